import { words, type Words } from '../kernel/words'
import type { Category, Status } from './contract'

/** The names of categories and statuses; pages and messages use the same. */
export const categoryWords: Record<Category, Words> = {
  water: words('水管漏水', 'Water'),
  drain: words('下水堵塞', 'Drains'),
  electric: words('电路', 'Electricity'),
  gas: words('燃气', 'Gas'),
  lock: words('门锁', 'Locks'),
  window: words('门窗', 'Windows'),
  heating: words('暖气空调', 'Heating'),
  appliance: words('电器', 'Appliances'),
  wall: words('墙面地面', 'Walls and floors'),
  lift: words('电梯', 'Lift'),
  lighting: words('照明', 'Lighting'),
  network: words('网络弱电', 'Network'),
  other: words('其他', 'Other'),
}

export const statusWords: Record<Status, Words> = {
  submitted: words('待受理', 'Submitted'),
  accepted: words('已受理', 'Accepted'),
  assigned: words('已派单', 'Assigned'),
  working: words('维修中', 'In progress'),
  finished: words('待验收', 'Awaiting acceptance'),
  closed: words('已完成', 'Closed'),
  cancelled: words('已取消', 'Cancelled'),
}
