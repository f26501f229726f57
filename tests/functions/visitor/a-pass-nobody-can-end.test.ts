import { eventually, startEstate, type Estate } from '../support/estate'
import { aPass } from './support'

jest.setTimeout(180_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())

const inbox = async (who: string) =>
  (await estate.ok(who, 'notice', 'inbox', { limit: 50 })).items.map(({ link }) => link ?? '')
const ofHouse = (who: string, houseId = 'tianma-1') =>
  estate.as(who, 'visitor', 'list', { scope: 'house', houseId, limit: 50 })
/** A pass that the house's family member has issued. */
const familyPass = () =>
  estate.ok('demo-family', 'visitor', 'create', {
    houseId: 'tianma-1',
    name: '小王',
    phone: '13800000009',
    party: 1,
    kind: 'once',
    from: new Date(Date.now() - 60_000).toISOString(),
    to: new Date(Date.now() + 3_600_000).toISOString(),
  })

test.each([
  ['demo-owner', 'owner'],
  ['demo-butler', 'butler'],
])('%s finds the pass of a member of the house and revokes it; the host is notified', async (who, as) => {
  const pass = await familyPass()
  const found = await ofHouse(who)
  const seen = found.ok ? found.data.items.find(({ id }) => id === pass.id) : undefined
  expect(seen).toMatchObject({
    name: '小王',
    phone: null,
    shareToken: '',
    shortCode: '',
    actions: ['revoke'],
  })
  expect(await estate.ok(who, 'visitor', 'get', { id: pass.id })).toEqual(seen)
  const revoked = await estate.ok(who, 'visitor', 'revoke', { id: pass.id })
  expect(revoked).toMatchObject({ state: 'revoked', revoked: { by: as }, actions: [] })
  expect(await estate.ok('demo-family', 'visitor', 'get', { id: pass.id })).toMatchObject({
    state: 'revoked',
    revoked: { by: as, at: expect.any(String) as string },
  })
  expect(
    await estate.ok('demo-guard', 'visitor', 'scan', { shortCode: pass.shortCode, gate: '南门' }),
  ).toMatchObject({ admit: false, reason: 'REVOKED' })
  await eventually(async () => (await inbox('demo-family')).some(link => link.includes(pass.id)))
  const after = await ofHouse(who)
  expect(after.ok && after.data.items.some(({ id }) => id === pass.id)).toBe(false)
})

test('who neither owns the house nor serves its estate finds and revokes nothing', async () => {
  const pass = await aPass(estate.ok)
  const forbidden = { error: { code: 'FORBIDDEN' } }
  for (const who of ['demo-family', 'demo-owner-2', 'demo2-butler', 'demo2-owner']) {
    expect({ who, reply: await ofHouse(who) }).toMatchObject({
      who,
      reply: who === 'demo2-butler' ? { data: { items: [] } } : forbidden,
    })
    expect({ who, reply: await estate.as(who, 'visitor', 'revoke', { id: pass.id }) }).toMatchObject({
      who,
      reply: forbidden,
    })
  }
  expect(await estate.as('demo-owner', 'visitor', 'list', { scope: 'house' })).toMatchObject({
    error: { code: 'INVALID_INPUT', fields: { houseId: expect.any(String) as string } },
  })
  // The host's own revocation notifies nobody.
  expect(await estate.ok('demo-owner', 'visitor', 'revoke', { id: pass.id })).toMatchObject({
    revoked: { by: 'host' },
  })
  await estate.post('/tick')
  expect((await inbox('demo-owner')).filter(link => link.includes(pass.id))).toEqual([])
})
