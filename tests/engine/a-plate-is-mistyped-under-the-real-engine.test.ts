import type { RegistrationView } from '@domain/parking/contract'
import { eventually } from '../functions/support/estate'
import { startEnginePhones, type EnginePhones } from './support/engine-phones'

jest.setTimeout(180_000)
let phones: EnginePhones
beforeAll(async () => {
  phones = await startEnginePhones()
})
afterAll(() => phones?.stop())

test('the compiled mini-program takes a plate key by key, shows the plan, and knows the car at the gate', async () => {
  const mine = async () =>
    (await phones.ok<{ items: RegistrationView[] }>('demo-owner', 'parking', 'list')).items[0]
  await phones.ok('demo-butler', 'parking', 'importSpaces', {
    rows: ['B-1', 'B-2'].map(no => ({ no, area: '地下车库', vehicle: 'car' })),
  })
  const owner = await phones.of('demo-owner')
  await owner.open('/packages/parking/register/index')
  for (const key of '鲁FD31206') await owner.tap(`plate-key-${key}`)
  await owner.sees('鲁F·D31206')
  await owner.tap('send')
  const { id } = await eventually(mine)

  const butler = await phones.of('demo-butler')
  await butler.open(`/packages/parking/vehicle/index?id=${id}`)
  await butler.tap('bay-B-2')
  await butler.tap('approve')
  await eventually(async () => (await mine())?.space === 'B-2')

  const guard = await phones.of('demo-guard')
  await guard.open('/packages/visitor/gate/index')
  await guard.tap('gate-south')
  await guard.tap('plate')
  for (const key of 'D31') await guard.tap(`piece-key-${key}`)
  await guard.tap('in-鲁FD31206')
  await guard.sees('放行')
  await eventually(async () => (await mine())?.insideAt !== null)
  expect([...owner.troubles, ...butler.troubles, ...guard.troubles]).toEqual([])
})
