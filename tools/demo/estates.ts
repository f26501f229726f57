import { createHash } from 'node:crypto'
import { defaultWorkingHours } from '@domain/kernel/estate-time'
import { words } from '@domain/kernel/words'
import { defaultVisitorSettings } from '@domain/visitor/settings'
import type { Estate } from '../../cloudfunctions/_kit/records'
import type { House } from '../../cloudfunctions/_kit/records'

const settings = { zone: 'Asia/Shanghai', hours: defaultWorkingHours }
/** Three gates, one of them where no phone has a signal. */
const visitor = {
  ...defaultVisitorSettings,
  gates: [
    { id: 'south', name: words('南门', 'South gate') },
    { id: 'north', name: words('北门', 'North gate') },
    { id: 'garage', name: words('地下车库', 'Garage') },
  ],
  way: words(
    '导航到天马·相城南门，开车请走地下车库入口',
    'Navigate to the south gate; by car take the garage entrance',
  ),
}
export const estateOne: Estate = {
  _id: 'tianma',
  name: words('天马·相城', 'Tianma Xiangcheng'),
  phone: '19900000000',
  ...settings,
  settings: { visitor },
}
export const estateTwo: Estate = {
  _id: 'second',
  name: words('第二小区', 'The Second Estate'),
  phone: '19900000001',
  ...settings,
}

/** Every demonstration house has the same code at each start, so that it can be scanned from the README. */
export const sceneOf = (id: string): string =>
  `h${createHash('sha256').update(id).digest('hex').slice(0, 24)}`

const rooms = (estateId: string, building: number, count: number): House[] =>
  Array.from({ length: count }, (_, n) => {
    const code = count === 1 ? String(building) : `${String(building)}-${String(n + 1)}`
    const id = `${estateId}-${code}`
    return {
      _id: id,
      estateId,
      code,
      building: String(building),
      unit: null,
      room: String(n + 1),
      areaM2: count === 1 ? 320 : count === 2 ? 240 : 180,
      ownerName: null,
      ownerPhone: null,
      phoneTail: null,
      scene: sceneOf(id),
      picture: null,
    }
  })

/** docs/local-cloud.md: 29 detached, 13 semi-detached with two houses, 17 terraced blocks; 135 houses in all. */
export const housesOne: House[] = Array.from({ length: 59 }, (_, n) => n + 1).flatMap(building =>
  rooms(estateOne._id, building, building <= 29 ? 1 : building <= 42 ? 2 : building <= 54 ? 5 : 4),
)
export const housesTwo: House[] = [1, 2, 3].flatMap(building => rooms(estateTwo._id, building, 2))
