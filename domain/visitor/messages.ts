import { words, type Words } from '../kernel/words'

const visitorNews = (title: Words, more: { urgent?: boolean } = {}) => ({
  title,
  purpose: 'visitorNews' as const,
  ...more,
})

export const visitorMessages = {
  arrived: visitorNews(words('您的访客已到达', 'Your visitor has arrived'), { urgent: true }),
  left: { title: words('您的访客已离开', 'Your visitor has left') },
  overstay: visitorNews(words('访客超时未离开', 'A visitor has not left in time')),
  walkInAsked: visitorNews(
    words('有访客在门口，请在一分钟内答复', 'Somebody is at the gate: please answer within a minute'),
    { urgent: true },
  ),
  walkInAllowed: { title: words('住户同意访客进入', 'The household lets the visitor in') },
  walkInRefused: { title: words('住户不同意访客进入', 'The household does not let the visitor in') },
  walkInLapsed: { title: words('住户没有答复访客', 'The household has not answered') },
  conflict: { title: words('离线放行有冲突，请核对', 'Admitted offline against the rules: please look') },
}
export type VisitorMessage = keyof typeof visitorMessages
