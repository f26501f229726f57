import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { AuditKind } from '@domain/services'
import { anEvent } from '../functions/event/support'
import { newRequestId, startEstate, type Estate } from '../functions/support/estate'
import { inDays, inHours } from '../functions/support/times'

jest.setTimeout(300_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())

/** A call that is audited, and the record that its entry names; absent: the estate. */
interface Deed {
  who: string
  action: string
  input: object
  record?: string
}

const houseId = 'tianma-1'
const period = { from: inDays(-30), to: inDays(1) }
const ofEstate = (who: string, action: string, input: object): Deed => ({ who, action, input })
const desk = (what: string) => () =>
  Promise.resolve(ofEstate('demo-manager', 'desk.export', { what, ...period }))
let made = 0

async function aRequest(): Promise<string> {
  const { scene } = await estate.ok('demo-butler', 'account', 'houseCode', { houseId })
  const name = `申请人${String(++made)}`
  const asked = { scene, name, phone: '19900008000', relation: 'family' }
  return (await estate.ok(`applicant-${String(made)}`, 'account', 'bind', asked)).id
}

/** A resident's application; each resident has a house, whose quota is its own. */
async function aBicycle(): Promise<string> {
  const who = `resident-${String((++made % 40) + 10).padStart(3, '0')}`
  const home = (await estate.ok(who, 'account', 'session')).houses[0]?.id
  const asked = { houseId: home, vehicle: 'bicycle', permit: 'temporary' }
  return (await estate.ok(who, 'parking', 'register', asked)).id
}

const aComplaint = async (more: object) =>
  (
    await estate.ok('demo-owner', 'complaint', 'submit', {
      category: 'noise',
      content: '太吵',
      houseId,
      ...more,
    })
  ).id

const aSurvey = async () =>
  (
    await estate.ok('demo-butler', 'survey', 'publish', {
      title: '更换监控',
      body: '请投票',
      endsAt: inHours(48),
      unit: 'person',
      voters: 'everybody',
      anonymous: false,
      audience: { kind: 'estate' },
      questions: [{ kind: 'scale', text: '满意吗' }],
    })
  ).id

const about = (who: string, action: string, id: string, more: object = {}): Deed => ({
  who,
  action,
  input: { id, ...more },
  record: id,
})

async function aSpace(): Promise<{ no: string }> {
  const no = `Z-${String(++made)}`
  await estate.ok('demo-butler', 'parking', 'importSpaces', { rows: [{ no, area: 'Z', vehicle: 'car' }] })
  return { no }
}

/** Each makes its own record. An audited action that has no deed here does not compile. */
const deeds: Record<AuditKind, () => Promise<Deed>> = {
  'account.decideBinding': async () =>
    about('demo-butler', 'account.decideBinding', await aRequest(), { approve: false, reason: '查无此人' }),
  'account.unbind': async () => about('demo-butler', 'account.unbind', await aRequest()),
  'account.bindingPhone': async () => about('demo-butler', 'account.bindingPhone', await aRequest()),
  'account.importHouses': () =>
    Promise.resolve(ofEstate('demo-manager', 'account.importHouses', { rows: [] })),
  'account.renewCode': () =>
    Promise.resolve({
      who: 'demo-butler',
      action: 'account.renewCode',
      input: { houseId: `tianma-${String((++made % 3) + 1)}` },
    }),
  'account.grant': () => {
    const openid = `helper-${String(++made)}`
    const input = { openid, role: 'guard', name: '新人' }
    return Promise.resolve({ who: 'demo-manager', action: 'account.grant', input, record: openid })
  },
  'account.revoke': async () => {
    const openid = `helper-${String(++made)}`
    await estate.ok('demo-manager', 'account', 'grant', { openid, role: 'guard', name: '新人' })
    return { who: 'demo-manager', action: 'account.revoke', input: { openid, role: 'guard' }, record: openid }
  },
  'account.updateSettings': () =>
    Promise.resolve(
      ofEstate('demo-manager', 'account.updateSettings', { phone: `0535${String(6000000 + ++made)}` }),
    ),
  'repair.contact': async () => {
    const order = { place: 'house', houseId, category: 'water', urgency: 'normal', description: '漏水' }
    return about(
      'demo-butler',
      'repair.contact',
      (await estate.ok('demo-owner', 'repair', 'create', order)).id,
    )
  },
  'complaint.contact': async () => about('demo-butler', 'complaint.contact', await aComplaint({})),
  'complaint.reveal': async () =>
    about('demo-manager', 'complaint.reveal', await aComplaint({ anonymous: true })),
  'visitor.block': () => {
    const phone = `1990001${String(1000 + ++made)}`
    return Promise.resolve({ who: 'demo-butler', action: 'visitor.block', input: { phone, reason: '闯岗' } })
  },
  'visitor.unblock': async () => {
    const phone = `1990001${String(1000 + ++made)}`
    const { items } = await estate.ok('demo-butler', 'visitor', 'block', { phone, reason: '闯岗' })
    return about('demo-butler', 'visitor.unblock', items[0]?.id ?? '')
  },
  'visitor.exportLog': () => Promise.resolve(ofEstate('demo-manager', 'visitor.exportLog', { ...period })),
  'parking.approve': async () =>
    about('demo-butler', 'parking.approve', await aBicycle(), { until: inDays(20) }),
  'parking.reject': async () =>
    about('demo-butler', 'parking.reject', await aBicycle(), { reason: '不符合' }),
  'parking.end': async () => {
    const id = await aBicycle()
    await estate.ok('demo-butler', 'parking', 'approve', { id, until: inDays(20) })
    return about('demo-butler', 'parking.end', id, { reason: '已搬走' })
  },
  'parking.reserve': async () => {
    const input = { ...(await aSpace()), reserved: true }
    return { who: 'demo-butler', action: 'parking.reserve', input }
  },
  'parking.importSpaces': () =>
    Promise.resolve(
      ofEstate('demo-butler', 'parking.importSpaces', {
        rows: [{ no: `Y-${String(++made)}`, area: 'Y', vehicle: 'car' }],
      }),
    ),
  'parking.importVehicles': () =>
    Promise.resolve(
      ofEstate('demo-butler', 'parking.importVehicles', {
        rows: [{ house: '3', vehicle: 'bicycle', permit: 'owned', note: String(++made) }],
      }),
    ),
  'parking.export': () =>
    Promise.resolve(ofEstate('demo-manager', 'parking.export', { what: 'log', ...period })),
  'event.export': async () => {
    const { id } = await anEvent(estate.ok)
    return { who: 'demo-butler', action: 'event.export', input: { id } }
  },
  'notice.withdraw': async () => {
    const notice = { title: '停水', body: '今晚停水', audience: { kind: 'estate' } }
    return about(
      'demo-butler',
      'notice.withdraw',
      (await estate.ok('demo-butler', 'notice', 'publish', notice)).id,
    )
  },
  'survey.close': async () => about('demo-butler', 'survey.close', await aSurvey()),
  'survey.cancel': async () => about('demo-butler', 'survey.cancel', await aSurvey()),
  'desk.export.repairs': desk('repairs'),
  'desk.export.complaints': desk('complaints'),
  'desk.export.figures': desk('figures'),
  'desk.export.visitors': desk('visitors'),
  'desk.export.vehicles': desk('vehicles'),
}

const send = ({ who, action, input }: Deed, requestId: string) => {
  const [fn, name] = action.split('.')
  return estate.with({ requestId }).as(who, fn as never, name as never, input)
}

interface Entry {
  _id: string
  did: string
  record: string
  by: string
}
/** The entries of an action, as the database keeps them. */
async function entriesOf(did: AuditKind): Promise<Entry[]> {
  const { data } = await estate.post<{ data: { list: string[] } }>('/admin', {
    action: 'database.getDocument',
    collectionName: 'audit',
    queryType: 'WHERE',
    query: JSON.stringify({ did }),
    limit: 1000,
  })
  return data.list.map(text => JSON.parse(text) as Entry)
}

const fault = (kind: 'error' | 'timeout-after-write', rate = 1) =>
  estate.post('/faults', { action: 'database.insertDocument', collection: 'audit', rate, kind })

describe.each(Object.keys(deeds) as AuditKind[])('%s', did => {
  test.each(['error', 'timeout-after-write'] as const)(
    'when the entry is lost (%s) nothing is answered, and the repetition leaves one',
    async kind => {
      const deed = await deeds[did]()
      const before = (await entriesOf(did)).length
      const requestId = newRequestId()
      await fault(kind)
      expect(await send(deed, requestId)).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } })
      await fault(kind, 0)
      expect(await entriesOf(did)).toHaveLength(kind === 'error' ? before : before + 1)
      for (let again = 0; again < 2; again++) {
        expect(await send(deed, requestId)).toMatchObject({ ok: true })
        const entries = await entriesOf(did)
        expect(entries).toHaveLength(before + 1)
        if (deed.record !== undefined)
          expect(entries.filter(({ record, by }) => record === deed.record && by === deed.who)).toHaveLength(
            1,
          )
      }
    },
  )

  test('the same request id for another record leaves an entry of its own, or is refused', async () => {
    const [first, second] = [await deeds[did](), await deeds[did]()]
    if (JSON.stringify(first.input) === JSON.stringify(second.input)) Object.assign(second.input, otherPeriod)
    const requestId = newRequestId()
    expect(await send(first, requestId)).toMatchObject({ ok: true })
    const before = (await entriesOf(did)).length
    const reply = await send(second, requestId)
    const isRefused = !reply.ok && reply.error.code === 'INVALID_INPUT'
    expect({ reply: reply.ok || isRefused, more: (await entriesOf(did)).length - before }).toEqual({
      reply: true,
      more: isRefused ? 0 : 1,
    })
  })
})

const otherPeriod = { from: inDays(-3) }

test('an export whose entry cannot be written stores no file', async () => {
  const files = () => readdirSync(join(estate.dataDir, 'files')).length
  const exports = Object.entries(deeds).filter(([did]) => /export/i.test(did))
  const made = await Promise.all(exports.map(([, make]) => make()))
  const before = files()
  await fault('error')
  for (const deed of made)
    expect(await send(deed, newRequestId())).toMatchObject({ error: { code: 'UNAVAILABLE' } })
  await fault('error', 0)
  expect(files()).toBe(before)
})
