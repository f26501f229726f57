import { words } from '../kernel/words'

export const surveyMessages = {
  opened: {
    title: words('{subject}', '{subject}'),
    body: words('{text}', '{text}'),
    purpose: 'estateNotice' as const,
  },
}
