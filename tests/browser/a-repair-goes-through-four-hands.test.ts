import type { Page } from 'playwright-core'
import { eventually } from '../functions/support/estate'
import { photo, startPhones, type Phone, type Phones } from './support/phones'

jest.setTimeout(240_000)
let phones: Phones
beforeAll(async () => {
  phones = await startPhones()
})
afterAll(() => phones?.stop())

const leak = '厨房水池下面一直在滴水'
const orderIdOf = (page: Page): string => /[?&]id=([^&]+)/.exec(page.url())?.[1] ?? ''

async function addPhoto(phone: Phone, control: string): Promise<void> {
  const chooser = phone.page.waitForEvent('filechooser')
  await phone.tap(control)
  await (await chooser).setFiles(photo)
  await phone.at('remove-photo-0').waitFor()
}

/**
 * Reads the order again until `id` is on the page: a change by another person shows when the page is opened.
 */
async function openOrderAt(phone: Phone, orderId: string, id: string): Promise<void> {
  await phone.open('pages/home/index')
  await phone.page.reload()
  await phone.tap(`order-${orderId}`)
  await phone.at(id).waitFor()
}

test("reported with a photo, assigned, repaired, accepted and rated, each on the person's own phone", async () => {
  const owner = await phones.of('demo-owner')
  await owner.tap('service-repair')
  await owner.tap('category-water')
  await owner.fill('description', leak)
  await addPhoto(owner, 'add-photo')
  await owner.tap('send-repair')
  await owner.tap('consent-allow')
  await owner.at('order-next').waitFor()
  const id = orderIdOf(owner.page)
  const filed = await phones.ok('demo-owner', 'repair', 'get', { id })
  expect(filed).toMatchObject({
    status: 'submitted',
    category: 'water',
    description: leak,
    photos: [expect.stringMatching(/^cloud:/)],
  })

  const butler = await phones.of('demo-butler')
  await openOrderAt(butler, id, 'action-assign')
  await butler.tap('action-assign')
  await butler.tap('technician-demo-technician')
  await butler.tap('send-assign')
  await butler.at('sheet-assign').waitFor({ state: 'hidden' })
  expect(await butler.at('order-next').innerText()).toContain('王师傅')

  const technician = await phones.of('demo-technician')
  await openOrderAt(technician, id, 'action-start')
  await technician.tap('action-start')
  await technician.tap('action-finish')
  await technician.tap('send-finish')
  expect((await phones.ok('demo-owner', 'repair', 'get', { id })).status).toBe('working')
  await technician.fill('finish-note', '更换下水管接头，试水无渗漏')
  await addPhoto(technician, 'add-finish-photo')
  await technician.tap('send-finish')
  await technician.at('sheet-finish').waitFor({ state: 'hidden' })

  await openOrderAt(owner, id, 'verify-card')
  expect(await owner.at('page-order').innerText()).toContain('更换下水管接头')
  await owner.tap('action-verify-yes')
  for (const star of ['rate-speed-5', 'rate-quality-4', 'rate-attitude-5']) await owner.tap(star)
  await owner.fill('rate-comment', '很及时')
  await owner.tap('action-rate')
  await owner.at('rating-card').waitFor()

  const closed = await phones.ok('demo-owner', 'repair', 'get', { id })
  expect(closed).toMatchObject({
    status: 'closed',
    assignee: { id: 'demo-technician' },
    rating: { speed: 5, quality: 4, attitude: 5, comment: '很及时' },
  })
  expect(closed.timeline.map((step: { what: string }) => step.what)).toEqual([
    'submitted',
    'assigned',
    'started',
    'finished',
    'verified',
    'rated',
  ])
  const outbox = await eventually(async () => {
    const notifications = await phones.get<unknown[]>('/outbox?openid=demo-owner')
    return notifications.length > 0 && notifications
  })
  expect(outbox).toHaveLength(1)
  expect([...owner.troubles, ...butler.troubles, ...technician.troubles]).toEqual([])
})

test('a report that lacks something is not sent, says what is missing, and survives the app being closed', async () => {
  const owner = await phones.of('demo-owner-2')
  await owner.open('packages/repair/file/index')
  await owner.fill('description', '窗户关不严')
  await owner.tap('send-repair')
  await owner.at('field-category').locator('[role="alert"]').waitFor()
  expect((await phones.ok('demo-owner-2', 'repair', 'list', { scope: 'mine' })).items).toEqual([])

  await owner.page.reload()
  await owner.at('draft-restored').waitFor()
  expect(await owner.at('description').locator('textarea').inputValue()).toBe('窗户关不严')
  await owner.tap('category-window')
  await owner.tap('send-repair')
  await owner.tap('consent-refuse')
  await owner.at('order-next').waitFor()
  expect((await phones.ok('demo-owner-2', 'repair', 'list', { scope: 'mine' })).items).toMatchObject([
    { category: 'window', description: '窗户关不严' },
  ])
})

test('a double tap and a reply that was lost make one order', async () => {
  const family = await phones.of('demo-family')
  const sent: string[] = []
  await family.page.route('**/call/repair', async route => {
    const body = route.request().postDataJSON() as { action: string; requestId?: string }
    if (body.action !== 'create') return route.continue()
    sent.push(body.requestId ?? '')
    // The first reaches the cloud, its reply does not reach the phone.
    if (sent.length > 1) return route.continue()
    await route.fetch()
    return route.abort('connectionreset')
  })
  await family.open('packages/repair/file/index')
  await family.tap('category-electric')
  await family.fill('description', '客厅插座没有电')
  await family.at('send-repair').dblclick()
  await family.at('order-next').waitFor()
  expect(sent).toEqual([sent[0], sent[0]])
  expect(
    (await phones.ok('demo-family', 'repair', 'list', { scope: 'mine' })).items.filter(
      (order: { description: string }) => order.description === '客厅插座没有电',
    ),
  ).toHaveLength(1)
})

test('work that the resident sends back returns to the technician with the reason', async () => {
  const { id } = await phones.ok('demo-owner', 'repair', 'create', {
    place: 'house',
    houseId: 'tianma-1',
    category: 'lock',
    urgency: 'normal',
    description: '大门锁卡住',
  })
  await phones.ok('demo-technician', 'repair', 'grab', { id })
  await phones.ok('demo-technician', 'repair', 'start', { id })
  await phones.ok('demo-technician', 'repair', 'finish', { id, note: '上了油' })
  const owner = await phones.of('demo-owner')
  await openOrderAt(owner, id, 'verify-card')
  await owner.tap('action-verify-no')
  await owner.fill('verify-reason', '还是卡')
  await owner.tap('send-verify-no')
  await owner.at('sheet-verify').waitFor({ state: 'hidden' })
  expect(await phones.ok('demo-owner', 'repair', 'get', { id })).toMatchObject({
    status: 'assigned',
    reopened: 1,
  })
  const technician = await phones.of('demo-technician')
  await openOrderAt(technician, id, 'action-start')
  expect(await technician.at('page-order').innerText()).toContain('还是卡')
})

test('a quote waits for the resident and holds the work back until it is answered', async () => {
  const { id } = await phones.ok('demo-owner-2', 'repair', 'create', {
    place: 'house',
    houseId: 'tianma-44-1',
    category: 'appliance',
    urgency: 'normal',
    description: '热水器不热',
  })
  await phones.ok('demo-technician', 'repair', 'grab', { id })
  await phones.ok('demo-technician', 'repair', 'start', { id })
  const technician = await phones.of('demo-technician')
  await openOrderAt(technician, id, 'action-quote')
  await technician.tap('action-quote')
  await technician.fill('item-name-0', '加热棒')
  await technician.fill('item-price-0', '128.50')
  await technician.fill('item-count-0', '2')
  await technician.tap('send-quote')
  await technician.at('sheet-quote').waitFor({ state: 'hidden' })
  expect(await technician.at('action-finish').count()).toBe(0)

  const owner = await phones.of('demo-owner-2')
  await openOrderAt(owner, id, 'quote-card')
  expect(await owner.at('quote-card').innerText()).toContain('257')
  await owner.tap('action-agree')
  await owner.at('action-agree').waitFor({ state: 'hidden' })
  expect((await phones.ok('demo-owner-2', 'repair', 'get', { id })).quote).toMatchObject({
    total: 25700,
    state: 'agreed',
  })
})

test('the butler calls the resident only after a tap that is recorded', async () => {
  const { id } = await phones.ok('demo-owner', 'repair', 'create', {
    place: 'house',
    houseId: 'tianma-1',
    category: 'gas',
    urgency: 'urgent',
    description: '闻到燃气味',
  })
  const butler = await phones.of('demo-butler')
  await openOrderAt(butler, id, 'action-contact')
  expect(await butler.at('page-order').innerText()).not.toMatch(/199\d{8}/)
  await butler.tap('action-contact')
  await butler.tap('show-phone')
  await butler.at('call-now').waitFor()
  expect(await butler.at('call-now').innerText()).toMatch(/199\d{8}/)
})
