import { eventually } from '../functions/support/estate'
import { startEnginePhones, type EnginePhones } from './support/engine-phones'

jest.setTimeout(180_000)
let phones: EnginePhones
beforeAll(async () => {
  phones = await startEnginePhones()
})
afterAll(() => phones?.stop())

test('a resident files a repair under Tencent’s engine and sees that the butler has accepted it', async () => {
  const phone = await phones.of('demo-owner')
  await phone.sees('周示例')
  await phone.tap('service-repair')
  await phone.sees('什么坏了')
  await phone.tap('category-lock')
  await phone.fill('description', '大门锁芯转不动')
  await phone.tap('send-repair')

  const id = await eventually(async () => {
    const { items } = await phones.ok<{ items: { id: string; description: string }[] }>(
      'demo-owner',
      'repair',
      'list',
      { scope: 'mine' },
    )
    return items.find(order => order.description === '大门锁芯转不动')?.id
  })
  await phones.ok('demo-butler', 'repair', 'accept', { id })
  await phone.open(`/packages/repair/order/index?id=${id}`)
  await phone.sees('已受理')
  await phone.sees('大门锁芯转不动')
  expect(phone.troubles).toEqual([])
})
