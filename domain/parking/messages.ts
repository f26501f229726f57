import { words, type Words } from '../kernel/words'

const parkingNews = (title: Words, body?: Words) => ({
  title,
  purpose: 'parkingNews' as const,
  ...(body ? { body } : {}),
})
const urgently = (title: Words, body?: Words) => ({ ...parkingNews(title, body), urgent: true })

export const parkingMessages = {
  asked: parkingNews(words('新的车辆登记申请', 'New vehicle registration to approve')),
  renewalAsked: parkingNews(words('车辆续期申请', 'A permit renewal to approve')),
  approved: parkingNews(words('车辆登记已通过', 'Your vehicle registration was approved')),
  renewed: parkingNews(words('车辆登记已续期', 'Your permit has been renewed')),
  rejected: parkingNews(words('车辆申请未通过', 'Your application was not approved')),
  renewalRejected: parkingNews(
    words(
      '车辆续期未通过，原有效期不变',
      'Your renewal was not approved; the permit stays valid until it expires',
    ),
  ),
  waiting: parkingNews(words('车位已满，已进入排队', 'The area is full: you are on the waiting list')),
  endsSoon: parkingNews(words('车辆登记快到期了，请续期', 'Your permit expires soon. Please renew it.')),
  ended: parkingNews(words('车辆登记已结束', 'A permit has ended')),
  freed: parkingNews(
    words('有车位空出', 'A parking space is available'),
    words('{no} 空出', '{no} is available'),
  ),
  pleaseMove: urgently(
    words('请挪车：您的车挡住了别人', 'Please move your car; it is blocking the way'),
    words('{subject}{note}', '{subject}{note}'),
  ),
  answered: urgently(
    words('车主回复', 'The owner has replied'),
    words('{subject}：{answer}', '{subject}: {answer}'),
  ),
}
export type ParkingMessage = keyof typeof parkingMessages
