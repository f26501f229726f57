import { words } from '../kernel/words'

/** A notice is shown as it was written. */
const asWritten = { title: words('{subject}', '{subject}'), body: words('{text}', '{text}') }

export const noticeMessages = {
  published: { ...asWritten, purpose: 'estateNotice' as const },
  /** To the manager, when WeChat refuses a message because its values do not fit the registered template. */
  templateBroken: {
    title: words(
      '微信拒收了一类通知，请检查消息模板',
      'WeChat rejected a notification. Please check its message template.',
    ),
    body: words('{subject}（错误 {code}）', '{subject} (error {code})'),
  },
}
