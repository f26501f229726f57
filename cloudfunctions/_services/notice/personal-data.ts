import { mostCopied, type PersonalData } from '../../_kit/personal-data'
import { op } from '../../_kit/store'
import {
  deferredNotifications,
  messages,
  noticeReads,
  notices,
  pushes,
  pushRows,
} from '../../_messages/records'

const announcements: PersonalData = {
  name: 'announcements',
  of: [pushRows, pushes, noticeReads, notices],
  erased:
    'What the person was notified of and has read is removed; the notices that they wrote stay under the alias.',
  copy: async ({ openid }) => [
    ...(await pushRows.find({ openid }, { limit: mostCopied })),
    ...(await noticeReads.find({ reader: openid }, { limit: mostCopied })),
  ],
  async forget({ openid, alias }) {
    await pushRows.remove({ openid })
    await noticeReads.remove({ reader: openid })
    await notices.change({ by: openid }, { by: alias })
    await pushes.change({ 'message.except': openid }, { 'message.except': alias })
    await pushes.change({ 'target.openids': openid }, { 'target.openids': op.pull(openid) })
  },
}

const inbox: PersonalData = {
  name: 'messages',
  of: [messages, deferredNotifications],
  erased: 'All of it is removed.',
  copy: ({ openid }) => messages.find({ to: openid }, { orderBy: ['key', 'desc'], limit: mostCopied }),
  async forget({ openid }) {
    await messages.remove({ to: openid })
    await deferredNotifications.remove({ personId: openid })
  },
}

export const personalData: readonly PersonalData[] = [announcements, inbox]
