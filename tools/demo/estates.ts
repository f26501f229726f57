import { createHash } from 'node:crypto'
import { defaultWorkingHours } from '@domain/kernel/estate-time'
import { words } from '@domain/kernel/words'
import { defaultVisitorSettings } from '@domain/visitor/settings'
import type { Estate, House } from '../../cloudfunctions/_kit/records'

const settings = { zone: 'Asia/Shanghai', hours: defaultWorkingHours }
/** Three gates, one of them without a phone signal. */
const visitor = {
  ...defaultVisitorSettings,
  gates: [
    { id: 'south', name: words('南门', 'South gate') },
    { id: 'north', name: words('北门', 'North gate') },
    { id: 'garage', name: words('地下车库', 'Garage') },
  ],
  way: words(
    '导航到天马·相城南门，开车请走地下车库入口',
    'Navigate to the south gate. By car, use the garage entrance.',
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

/** The scene of a house's code. It is the same at every start, so that a printed code stays valid. */
export const sceneOf = (id: string): string =>
  `h${createHash('sha256').update(id).digest('hex').slice(0, 24)}`

/** Square metres of a house in a building with `houses` houses. */
function areaOf(houses: number): number {
  if (houses === 1) return 320
  return houses === 2 ? 240 : 180
}

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
      areaM2: areaOf(count),
      ownerName: null,
      ownerPhone: null,
      phoneTail: null,
      scene: sceneOf(id),
      picture: null,
    }
  })

/**
 * docs/local-cloud.md: 29 detached houses, 13 semi-detached buildings with two houses, 17 terraced blocks
 * with four or five; 135 houses in all.
 */
function housesIn(building: number): number {
  if (building <= 29) return 1
  if (building <= 42) return 2
  return building <= 54 ? 5 : 4
}

export const housesOne: House[] = Array.from({ length: 59 }, (_, n) => n + 1).flatMap(building =>
  rooms(estateOne._id, building, housesIn(building)),
)
export const housesTwo: House[] = [1, 2, 3].flatMap(building => rooms(estateTwo._id, building, 2))
