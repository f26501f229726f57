import { words, type Words } from '../kernel/words'

const visitorNews = (title: Words, more: { urgent?: boolean } = {}) => ({
  title,
  purpose: 'visitorNews' as const,
  ...more,
})

export const visitorMessages = {
  arrived: visitorNews(words('您的访客已到达', 'Your visitor has arrived'), { urgent: true }),
  left: { title: words('您的访客已离开', 'Your visitor has left') },
  revoked: visitorNews(words('您的访客通行证已被撤销', 'Your visitor pass was revoked')),
  overstay: visitorNews(words('访客超时未离开', 'A visitor has not left on time')),
  walkInAsked: visitorNews(
    words('有访客在门口，请在一分钟内答复', 'A visitor is at the gate. Please answer within a minute.'),
    { urgent: true },
  ),
  walkInAllowed: { title: words('住户同意访客进入', 'The resident has approved the visitor') },
  walkInRefused: { title: words('住户不同意访客进入', 'The resident has declined the visitor') },
  walkInLapsed: { title: words('住户没有答复访客', 'The resident has not answered') },
  conflict: { title: words('离线放行有冲突，请核对', 'An offline admission has a conflict. Please check.') },
}
export type VisitorMessage = keyof typeof visitorMessages
