import { callsOf, readMeasured } from '../functions/support/measured-calls'
import { startEstate, type Estate } from '../functions/support/estate'

jest.setTimeout(300_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
  // Every action of every service, so that there is a record of each kind.
  for (const [, measured] of readMeasured()) await measured(callsOf(estate))
  await estate.post('/time', { offsetMs: 0 })
  await estate.post('/tick')
})
afterAll(() => estate.stop())

/** Those whose openid, name and phone must be in no copy but their own. */
const others = [
  { openid: 'demo-owner', name: '周示例', phone: '19900000000' },
  { openid: 'demo-family', name: '周家属', phone: '19900000001' },
  { openid: 'demo-owner-2', name: '吴示例', phone: '19900000003' },
  { openid: 'demo-guard', name: '门岗甲', phone: '19900000004' },
  { openid: 'demo-manager', name: '方经理', phone: '19900000010' },
]
/** Fields that serve delivery, repetition and search, and say nothing to the person. */
const inner = [
  '"marks"',
  '"outbox"',
  '"rev"',
  '"sealed"',
  '"authorKey"',
  '"handlers"',
  '"liveKey"',
  '"codeKey"',
]

test.each([...others.map(({ openid }) => openid), 'demo-tenant', 'demo-technician', 'demo-butler'])(
  'the copy of %s names nobody else, and shows no inner field',
  async openid => {
    const copy = await estate.ok(openid, 'account', 'exportMine')
    const records = JSON.stringify(copy.records)
    const found = others
      .filter(other => other.openid !== openid)
      .flatMap(other => [`"${other.openid}"`, other.phone, `"${other.name}"`])
      .filter(text => records.includes(text))
    expect({ found, inner: inner.filter(field => records.includes(field)) }).toEqual({ found: [], inner: [] })
  },
)
