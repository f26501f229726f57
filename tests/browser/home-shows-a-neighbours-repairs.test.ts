import { phoneSize, startPhones, type Phones } from './support/phones'

jest.setTimeout(120_000)
let phones: Phones
let tapId: string
beforeAll(async () => {
  phones = await startPhones()
  const tap = await phones.ok('demo-owner', 'repair', 'create', {
    place: 'house',
    houseId: 'tianma-1',
    category: 'water',
    urgency: 'normal',
    description: '厨房水龙头关不紧，一直滴水',
  })
  tapId = tap.id
})
afterAll(() => phones?.stop())

test('residents see their own repairs and none of the neighbour’s', async () => {
  const owner = await phones.of('demo-owner')
  await owner.at(`order-${tapId}`).waitFor()
  expect(await owner.at(`order-${tapId}`).innerText()).toContain('厨房水龙头关不紧')
  expect(await owner.page.title()).toContain('天马')

  const neighbour = await phones.of('demo-owner-2')
  await neighbour.at('service-repair').waitFor()
  expect(await neighbour.page.locator('body').innerText()).not.toContain('厨房水龙头')
  expect([...owner.troubles, ...neighbour.troubles]).toEqual([])
})

test('a repair that waits for the resident stands first, with the question in words', async () => {
  await phones.ok('demo-butler', 'repair', 'assign', { id: tapId, technician: 'demo-technician' })
  await phones.ok('demo-technician', 'repair', 'start', { id: tapId })
  await phones.ok('demo-technician', 'repair', 'finish', { id: tapId, note: '换了阀芯' })
  const newer = await phones.ok('demo-owner', 'repair', 'create', {
    place: 'house',
    houseId: 'tianma-1',
    category: 'window',
    urgency: 'normal',
    description: '窗户关不严',
  })
  const owner = await phones.of('demo-owner')
  await owner.at(`order-${newer.id}`).waitFor()
  const order = await owner.page
    .locator('[id^="order-"]:visible')
    .evaluateAll(cards => cards.map(card => card.id))
  expect(order).toEqual([`order-${tapId}`, `order-${newer.id}`])
  expect(await owner.at(`order-${tapId}`).getAttribute('aria-label')).toMatch(/验收|修好/)
})

test('the butler sees what waits to be assigned, the technician what may be taken', async () => {
  const lamp = await phones.ok('demo-owner-2', 'repair', 'create', {
    place: 'public',
    category: 'lighting',
    facility: '12 号楼东侧路灯',
    urgency: 'urgent',
    description: '路灯不亮',
  })
  for (const who of ['demo-butler', 'demo-technician']) {
    const phone = await phones.of(who)
    await phone.at(`order-${lamp.id}`).waitFor()
    expect(phone.troubles).toEqual([])
  }
})

test('a stranger gets no repairs, no names and no houses, and reads what to do', async () => {
  const stranger = await phones.of('nobody-known')
  await stranger.at('page-home').locator('[role="status"]:not([id="skeleton"])').waitFor()
  const text = await stranger.page.locator('body').innerText()
  expect(text).not.toMatch(/水龙头|周示例|路灯|199\d{8}/)
  expect(await stranger.at('service-repair').count()).toBe(0)
  expect(stranger.troubles).toEqual([])
})

test('every tab opens, in Chinese and in English, and nothing is wider than the phone', async () => {
  for (const [openid, locale] of [
    ['demo-owner', 'zh-CN'],
    ['demo-tenant', 'en-US'],
  ] as const) {
    const phone = await phones.of(openid, { locale })
    for (const tab of ['home', 'services', 'inbox', 'me']) {
      await phone.open(`pages/${tab}/index`)
      await phone.at(`page-${tab}`).waitFor()
      await phone.page.waitForFunction(
        () => ![...document.querySelectorAll('#skeleton')].some(each => each.getClientRects().length),
      )
      expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        phoneSize.width,
      )
      expect(await phone.page.evaluate(() => document.documentElement.lang)).toBe(
        locale === 'zh-CN' ? 'zh-CN' : 'en',
      )
    }
    expect(phone.troubles).toEqual([])
  }
})
