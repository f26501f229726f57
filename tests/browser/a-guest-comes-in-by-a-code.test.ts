import { eventually } from '../functions/support/estate'
import { startPhones, type Phone, type Phones } from './support/phones'

jest.setTimeout(180_000)
let phones: Phones
let guard: Phone
beforeAll(async () => {
  phones = await startPhones()
  guard = await phones.of('demo-guard')
  await guard.open('packages/visitor/gate/index')
  await guard.tap('gate-south')
  await guard.at('scan').waitFor()
})
afterAll(() => phones?.stop())

interface Pass {
  id: string
  shareToken: string
  state: string
  used: number
  visits: { offline: boolean }[]
}
const get = (id: string) => phones.ok<Pass>('demo-owner', 'visitor', 'get', { id })
const create = (more: object = {}) =>
  phones.ok<Pass>('demo-owner', 'visitor', 'create', {
    houseId: 'tianma-1',
    name: '王师傅',
    party: 2,
    kind: 'once',
    from: new Date(Date.now() - 60_000).toISOString(),
    to: new Date(Date.now() + 3_600_000).toISOString(),
    ...more,
  })

/** The guest's phone with the card open, and what its screen shows as a picture. */
async function openCard(pass: Pass, guest: string): Promise<{ phone: Phone; picture(): Promise<Buffer> }> {
  const phone = await phones.of(guest)
  await phone.open(`packages/visitor/card/index?token=${pass.shareToken}`)
  const picture = async () => {
    await phone.at('pass-code').locator('img').waitFor()
    return phone.at('pass-code').screenshot()
  }
  return { phone, picture }
}

/** The guard's camera is replaced by the picture. */
async function scan(buffer: Buffer): Promise<void> {
  const [chooser] = await Promise.all([guard.page.waitForEvent('filechooser'), guard.tap('scan')])
  await chooser.setFiles({ name: 'code.png', mimeType: 'image/png', buffer })
}

test('the resident issues, the guest’s screen shows the code, the guard’s admits it once', async () => {
  const owner = await phones.of('demo-owner')
  await owner.open('packages/visitor/issue/index')
  await owner.fill('visitor-name', '王师傅')
  await owner.tap('party-2')
  await owner.tap('issue')
  await owner.at('pass-digits').waitFor()
  const { items } = await phones.ok<{ items: Pass[] }>('demo-owner', 'visitor', 'list')
  const [pass] = items as [Pass]

  const guest = await openCard(pass, 'a-guest')
  const picture = await guest.picture()
  expect(await guest.phone.page.locator('body').innerText()).not.toMatch(/周示例|tianma|199\d{8}/)
  await scan(picture)
  await guard.at('answer-yes').waitFor()
  expect(await guard.at('answer-yes').innerText()).toMatch(/放行[\s\S]*王师傅[\s\S]*2 人/)
  await guard.tap('go-on')
  await scan(picture)
  await guard.at('answer-USED').waitFor()
  expect(await guard.at('answer-happened').innerText()).toMatch(/从南门进过/)
  await guard.at('answer-next').waitFor()
  await guard.tap('go-on')
  await eventually(async () => (await get(pass.id)).state === 'inside')
  await owner.page.reload()
  await owner.page.getByText('已进入').first().waitFor()
  expect([...owner.troubles, ...guest.phone.troubles, ...guard.troubles]).toEqual([])
})

test.each(['demo-owner', 'demo-butler'])(
  '%s finds and revokes the pass of a member of the house, and the guard reads when that was',
  async who => {
    const pass = await phones.ok<Pass & { shortCode: string }>('demo-family', 'visitor', 'create', {
      houseId: 'tianma-1',
      name: '李阿姨',
      party: 1,
      kind: 'once',
      from: new Date(Date.now() - 60_000).toISOString(),
      to: new Date(Date.now() + 3_600_000).toISOString(),
    })
    const phone = await phones.of(who)
    if (who === 'demo-owner') {
      await phone.open('packages/visitor/list/index')
      await phone.tap('scope-house')
    } else {
      await phone.open('packages/register/house/index?id=tianma-1&code=1')
      await phone.tap('visitor-passes')
    }
    await phone.tap(`pass-${pass.id}`)
    await phone.tap('revoke')
    await phone.tap('revoke-sure')
    expect(await phone.at('revoked-by').innerText()).toMatch(
      who === 'demo-owner' ? /由业主撤销/ : /由管家撤销/,
    )
    await guard.tap('digits')
    await guard.fill('typed', pass.shortCode)
    await guard.tap('check')
    await guard.at('answer-REVOKED').waitFor()
    expect(await guard.at('answer-happened').innerText()).toMatch(/撤销/)
    expect(await guard.at('answer-next').innerText()).toMatch(/住户/)
    await guard.tap('go-on')
    expect(phone.troubles).toEqual([])
  },
)

test('nothing readable, a stranger’s code: the guard reads why', async () => {
  await guard.page.reload()
  await guard.at('scan').waitFor()
  const blank = await guard.page.locator('[id="change-gate"]:visible').screenshot()
  await scan(blank)
  await guard.at('failure').waitFor()
})

test('the network is cut for guest and guard: the code goes on changing, is admitted once, and is reported later', async () => {
  const pass = await create()
  const guest = await openCard(pass, 'another-guest')
  await guest.picture()
  // The kit was fetched with a network, after the pass was opened or before: either way the code speaks for
  // itself.
  await guard.page.context().setOffline(true)
  await guest.phone.page.context().setOffline(true)
  const first = await guest.phone.at('pass-code').locator('img').getAttribute('src')
  await eventuallyLong(
    async () => (await guest.phone.at('pass-code').locator('img').getAttribute('src')) !== first,
  )
  await scan(await guest.picture())
  await guard.at('answer-yes').waitFor()
  await guard.at('answer-offline').waitFor()
  await guard.tap('go-on')
  await guard.at('gate-waiting').waitFor()
  await scan(await guest.picture())
  await guard.at('answer-USED').waitFor()
  await guard.tap('go-on')
  expect(await get(pass.id)).toMatchObject({ used: 0 })
  await guard.page.context().setOffline(false)
  await guard.at('sync-now').click()
  await eventuallyLong(async () => (await get(pass.id)).used === 1)
  expect(await get(pass.id)).toMatchObject({ visits: [{ offline: true }] })
  await guard.at('gate-waiting').waitFor({ state: 'detached' })
})

/** Longer than the 30 seconds for which a code stands. */
async function eventuallyLong(look: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 80; tries++) {
    if (await look()) return
    await new Promise(resolve => setTimeout(resolve, 500))
  }
  throw new Error('it never came')
}

test('an offline log survives closing the app', async () => {
  const pass = await create({ plate: '苏E23456' })
  await guard.open('packages/visitor/gate/index')
  await guard.page.reload()
  await guard.at('scan').waitFor()
  const guest = await openCard(pass, 'third-guest')
  const picture = await guest.picture()
  await guard.page.context().setOffline(true)
  await scan(picture)
  await guard.at('answer-offline').waitFor()
  await guard.page.context().setOffline(false)
  // Closed before it could tell, and opened again: what it kept goes by itself.
  await guard.page.reload()
  await eventuallyLong(async () => (await get(pass.id)).used === 1)
})
