import { words, type Words } from '../kernel/words'

const houseNews = (title: Words) => ({ title, purpose: 'houseNews' as const })

/** The messages about who belongs to a house. */
export const accountMessages = {
  asked: houseNews(words('有住户申请绑定房屋', 'A resident asks to be added')),
  askedOwner: houseNews(words('有人申请加入您的房屋，请确认', 'Somebody asks to join your house')),
  joined: houseNews(words('房屋有新成员加入', 'Somebody has joined your house')),
  halfway: houseNews(words('绑定申请通过了一步，还差一方确认', 'One yes is given, one more is needed')),
  approved: houseNews(words('房屋绑定已通过', 'You have been added to the house')),
  refused: houseNews(words('房屋绑定未通过', 'You have not been added')),
  ended: houseNews(words('您与房屋的绑定已解除', 'You are no longer tied to the house')),
  leaseOver: houseNews(words('租期已到，房屋绑定已结束', 'The lease is over')),
}
