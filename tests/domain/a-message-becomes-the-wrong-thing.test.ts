import { guessComplaint, guessRepair } from '@domain/consult/guess'
import { dayPart, nextTry } from '@domain/complaint/day-parts'

const zone = 'Asia/Shanghai'
const at = (clock: string): Date => new Date(`2026-11-24T${clock}:00+08:00`)

test.each([
  ['厨房水龙头一直滴水', 'water'],
  ['马桶堵了', 'drain'],
  ['电梯里的灯不亮', 'lift'],
  ['楼道灯不亮', 'lighting'],
  ['家里停电了', 'electric'],
  ['No power in the whole house', 'electric'],
  ['The tap drips', 'water'],
  ['大门锁不上', 'lock'],
  ['Wi-Fi is down', 'network'],
  ['你好', 'other'],
  ['', 'other'],
])('“%s” is most likely a repair of %s', (text, category) => {
  expect(guessRepair(text)).toBe(category)
})

test.each([
  ['隔壁装修太吵', 'noise'],
  ['停车费收了两次', 'parking'],
  ['物业费多收了', 'charge'],
  ['垃圾没有清', 'cleaning'],
  ['保安不管', 'security'],
  ['The neighbours are loud', 'noise'],
  ['你好', 'other'],
])('“%s” is most likely a complaint of %s', (text, category) => {
  expect(guessComplaint(text)).toBe(category)
})

test('a call that reached nobody is tried again when another part of the day begins, and not at night', () => {
  expect(
    ['00:10', '11:59', '12:00', '17:59', '18:00', '23:59'].map(clock => dayPart(at(clock), zone)),
  ).toEqual(['morning', 'morning', 'afternoon', 'afternoon', 'evening', 'evening'])
  expect(nextTry(['morning'], at('09:00'), zone)).toEqual(at('13:30'))
  expect(nextTry(['morning', 'afternoon'], at('14:00'), zone)).toEqual(at('18:30'))
  // In the evening the next part is tomorrow's morning; at 01:00 it is the same day's.
  expect(nextTry(['evening'], at('19:00'), zone)).toEqual(new Date(at('08:30').getTime() + 24 * 3_600_000))
  expect(nextTry(['evening', 'afternoon'], at('01:00'), zone)).toEqual(at('08:30'))
  expect(nextTry(['morning', 'afternoon', 'evening'], at('19:00'), zone)).toBeNull()
})
