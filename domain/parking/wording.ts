import { words, type Words } from '../kernel/words'
import type { KnownAs, MoveAnswer, Permit, RegistrationState, Vehicle } from './contract'

export const vehicleWords: Record<Vehicle, Words> = {
  car: words('汽车', 'Car'),
  motorcycle: words('摩托车', 'Motorcycle'),
  bicycle: words('自行车', 'Bicycle'),
}
export const permitWords: Record<Permit, Words> = {
  monthly: words('月租', 'Monthly'),
  owned: words('自有车位', 'Owned space'),
  temporary: words('临时', 'Temporary'),
}
/** At most five Chinese characters: a phrase of a subscribe message. */
export const stateWords: Record<RegistrationState, Words> = {
  pending: words('待审核', 'Pending approval'),
  waiting: words('排队中', 'Waiting for a space'),
  active: words('有效', 'Valid'),
  renewing: words('续期审核中', 'Renewal pending'),
  expired: words('已到期', 'Expired'),
  rejected: words('未通过', 'Not approved'),
  cancelled: words('已取消', 'Cancelled'),
  ended: words('已结束', 'Ended'),
}
export const knownWords: Record<KnownAs, Words> = {
  permit: words('已登记', 'Registered'),
  expired: words('登记已到期', 'Permit expired'),
  visitor: words('访客车辆', 'Visitor'),
  blocked: words('禁止进入', 'Entry blocked'),
  unknown: words('未登记', 'Not registered'),
}
export const answerWords: Record<MoveAnswer, Words> = {
  coming5: words('马上来，约 5 分钟', 'Coming in about 5 minutes'),
  coming15: words('正在赶来，约 15 分钟', 'On the way, about 15 minutes'),
  cannot: words('暂时无法挪车，请联系物业', 'Cannot come now; please contact the property office'),
}
