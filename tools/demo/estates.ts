import { defaultWorkingHours } from '@domain/kernel/estate-time'
import { words } from '@domain/kernel/words'
import type { Estate } from '../../cloudfunctions/_kit/records'

export interface House { _id: string; estateId: string; code: string; building: string; room: string }

const settings = { zone: 'Asia/Shanghai', hours: defaultWorkingHours }
export const estateOne: Estate = { _id: 'tianma', name: words('天马·相城', 'Tianma Xiangcheng'), phone: '19900000000', ...settings }
export const estateTwo: Estate = { _id: 'second', name: words('第二小区', 'The Second Estate'), phone: '19900000001', ...settings }

const rooms = (estateId: string, building: number, count: number): House[] =>
  Array.from({ length: count }, (_, n) => {
    const code = count === 1 ? String(building) : `${String(building)}-${String(n + 1)}`
    return { _id: `${estateId}-${code}`, estateId, code, building: String(building), room: String(n + 1) }
  })

/** requirements.md: 29 detached, 13 semi-detached with two houses, 17 terraced blocks; 135 houses in all. */
export const housesOne: House[] = Array.from({ length: 59 }, (_, n) => n + 1)
  .flatMap(building => rooms(estateOne._id, building, building <= 29 ? 1 : building <= 42 ? 2 : building <= 54 ? 5 : 4))
export const housesTwo: House[] = [1, 2, 3].flatMap(building => rooms(estateTwo._id, building, 2))
