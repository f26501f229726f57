/** @jest-environment ./tests/compiled/support/phone-environment.cjs */
import { eventually } from '../functions/support/estate'
import { inHours } from '../functions/support/times'
import { startSimulatedPhone, type SimulatedPhone } from './support/simulated'

jest.setTimeout(120_000)
let phone: SimulatedPhone
beforeAll(async () => {
  phone = await startSimulatedPhone('demo-owner')
})
afterAll(() => phone?.stop())

const aDrip = {
  place: 'house',
  houseId: 'tianma-1',
  category: 'water',
  urgency: 'normal',
  description: '厨房水龙头关不紧',
}

test('home shows the own repair, and a tap opens it', async () => {
  const { id } = await phone.ok('demo-owner', 'repair', 'create', aDrip)
  const home = await phone.show('pages/home/index')
  await home.sees('厨房水龙头关不紧')
  expect(home.text()).toContain('周示例')
  await home.tap(`order-${id}`)
  expect(phone.asked).toContainEqual([
    'navigateTo',
    expect.objectContaining({ url: `/packages/repair/order/index?id=${id}` }),
  ])
  expect(phone.asked).toContainEqual([
    'setNavigationBarTitle',
    expect.objectContaining({ title: expect.stringContaining('天马') }),
  ])
  home.close()
})

test('a control carries its name and its role for screen readers', async () => {
  const home = await phone.show('pages/home/index')
  expect(JSON.stringify((await home.at('service-repair')).attributes)).toMatch(/link.*报修|报修.*link/)
  home.close()
})

test('an empty report is refused at the field, a filled one reaches the database', async () => {
  const file = await phone.show('packages/repair/file/index')
  await file.sees('什么坏了')
  await file.tap('send-repair')
  await file.sees('请选择什么坏了')
  await file.tap('category-lock')
  await file.input('description', '大门锁芯转不动')
  await file.tap('send-repair')
  const filed = await eventually(async () => {
    const { items } = await phone.ok<{ items: { id: string; description: string }[] }>(
      'demo-owner',
      'repair',
      'list',
      { scope: 'mine' },
    )
    return items.find(order => order.description === '大门锁芯转不动')?.id
  })
  file.close()

  const order = await phone.show('packages/repair/order/index', { id: filed })
  await order.sees('大门锁芯转不动')
  await order.sees('待受理')
  order.close()
})

test('an event is put into the phone’s calendar and on its map, signed up for, and its code drawn', async () => {
  const startsAt = inHours(72)
  const { id } = await phone.ok('demo-butler', 'event', 'publish', {
    title: '邻里晚餐',
    body: '带一道菜',
    place: '会所',
    location: { latitude: 37.5, longitude: 121.4 },
    startsAt,
    endsAt: inHours(75),
    signUpUntil: inHours(48),
    capacity: 5,
  })
  const event = await phone.show('packages/event/event/index', { id })
  await event.sees('还有 5 个名额')
  await event.tap('add-calendar')
  await event.tap('open-map')
  expect(phone.asked).toContainEqual([
    'addPhoneCalendar',
    expect.objectContaining({
      title: '邻里晚餐',
      startTime: Math.floor(Date.parse(startsAt) / 1000),
      alarmOffset: 3600,
    }),
  ])
  expect(phone.asked).toContainEqual([
    'openLocation',
    expect.objectContaining({ latitude: 37.5, longitude: 121.4, name: '会所' }),
  ])
  await event.tap('party-more')
  await eventually(async () => (await event.at('party')).element.textContent === '2')
  await event.tap('sign-up')
  await event.sees('已报名')
  expect(JSON.stringify((await event.at('my-code')).attributes)).toContain('data:image/png;base64,')
  expect((await phone.ok('demo-owner', 'event', 'get', { id })).mine).toMatchObject({
    state: 'confirmed',
    party: 2,
  })
  event.close()
})
