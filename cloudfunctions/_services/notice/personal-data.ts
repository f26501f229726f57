import { mostCopied, type PersonalData } from '../../_kit/personal-data'
import { messages, noticeReads, notices, pushRows } from '../../_messages/records'

/**
 * What the person was notified of and has read is removed; the notices that they wrote stay under the alias.
 */
const announcements: PersonalData = {
  name: 'announcements',
  copy: async openid => [
    ...(await pushRows.find({ openid }, { limit: mostCopied })),
    ...(await noticeReads.find({ reader: openid }, { limit: mostCopied })),
  ],
  async forget(openid, alias) {
    await pushRows.remove({ openid })
    await noticeReads.remove({ reader: openid })
    await notices.change({ by: openid }, { by: alias })
  },
}

const inbox: PersonalData = {
  name: 'messages',
  copy: openid => messages.find({ to: openid }, { orderBy: ['key', 'desc'], limit: mostCopied }),
  async forget(openid) {
    await messages.remove({ to: openid })
  },
}

export const personalData: readonly PersonalData[] = [announcements, inbox]
