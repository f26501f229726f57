import type { Complaint } from '@domain/complaint/complaint'
import type { Order } from '@domain/repair/order'
import { aTap, startEstate, type Estate } from '../support/estate'
import { liftLimits } from '../support/limits'
import { recordsOfEstate } from './records'

jest.setTimeout(300_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
  await liftLimits(estate.ok)
})
afterAll(() => estate.stop())

const day = 86_400_000

test('a list of more than one page loses no record of either kind', async () => {
  const noon = Math.ceil((Date.now() + 800 * day) / day) * day
  await estate.post('/time', { offsetMs: noon - Date.now() })
  const span = {
    from: new Date(noon - 3_600_000).toISOString(),
    to: new Date(noon + 3_600_000).toISOString(),
  }
  for (let n = 0; n < 65; n++) {
    await estate.ok('demo-owner', 'repair', 'create', aTap)
    await estate.ok('demo-owner', 'complaint', 'submit', {
      category: 'noise',
      content: '夜里施工',
      houseId: 'tianma-1',
    })
  }
  const repairs = (await recordsOfEstate<Order>(estate, 'orders')).filter(
    ({ createdAt }) => createdAt >= span.from,
  )
  const complaints = (await recordsOfEstate<Complaint>(estate, 'complaints')).filter(
    ({ createdAt }) => createdAt >= span.from,
  )
  expect([repairs.length, complaints.length]).toEqual([65, 65])
  for (const { _id } of repairs) await estate.ok('demo-butler', 'repair', 'accept', { id: _id })
  for (const { _id } of complaints) await estate.ok('demo-butler', 'complaint', 'accept', { id: _id })
  const seen: string[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { items: { id: string }[]; next: string | null } = await estate.ok(
      'demo-manager',
      'desk',
      'figureList',
      { figure: 'responseMinutes', ...span, ...(cursor ? { cursor } : {}) },
    )
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.next
  }
  expect(seen.sort()).toEqual([...repairs, ...complaints].map(({ _id }) => _id).sort())
})
