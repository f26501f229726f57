import { noticeContract } from '@domain/notice/contract'
import { serve } from '../_kit/serve'
import { consent } from './consent'
import { inbox, read, unread } from './inbox'
import { pinNotice, withdrawNotice } from './move-notice'
import { publishNotice } from './publish-notice'
import { getNotice, listBoard } from './read-notices'
import { listPushes, listRecipients, readPush } from './read-pushes'
import { readReach } from './read-reach'
import { listReceipts } from './read-receipts'
import { remindUnread } from './remind-unread'

export const main = serve('notice', noticeContract, {
  inbox,
  read,
  unread,
  consent,
  publish: publishNotice,
  get: getNotice,
  board: listBoard,
  pin: pinNotice,
  withdraw: withdrawNotice,
  receipts: listReceipts,
  remind: remindUnread,
  reach: readReach,
  push: readPush,
  pushes: listPushes,
  told: listRecipients,
})
