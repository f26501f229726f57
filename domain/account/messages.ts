import { words, type Words } from '../kernel/words'

const houseNews = (title: Words) => ({ title, purpose: 'houseNews' as const })

/** The messages about the members of a house. */
export const accountMessages = {
  asked: houseNews(words('有住户申请绑定房屋', 'A resident has asked to join a house')),
  askedOwner: houseNews(
    words('有人申请加入您的房屋，请确认', 'Someone has asked to join your house. Please confirm.'),
  ),
  joined: houseNews(words('房屋有新成员加入', 'A new member has joined your house')),
  halfway: houseNews(words('绑定申请通过了一步，还差一方确认', 'One approval given; one more is needed')),
  approved: houseNews(words('房屋绑定已通过', 'Your request to join the house was approved')),
  refused: houseNews(words('房屋绑定未通过', 'Your request to join the house was not approved')),
  ended: houseNews(words('您与房屋的绑定已解除', 'You are no longer a member of the house')),
  leaseOver: houseNews(
    words('租期已到，房屋绑定已结束', 'The lease has ended, and so has the membership of the house'),
  ),
}
