import { words } from '../kernel/words'

/** A notice reads as it was written. */
const asWritten = { title: words('{subject}', '{subject}'), body: words('{text}', '{text}') }

export const noticeMessages = {
  published: { ...asWritten, purpose: 'estateNotice' as const },
  /** To the manager, when WeChat refuses what a message says: a template does not fit what it was registered for. */
  templateBroken: {
    title: words(
      '微信拒收了一类通知，请检查消息模板',
      'WeChat refuses a kind of message: please check its template',
    ),
    body: words('{subject}（错误 {code}）', '{subject} (error {code})'),
  },
}
