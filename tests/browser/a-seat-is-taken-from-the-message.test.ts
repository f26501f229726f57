import { readFileSync } from 'node:fs'
import type { Output } from '@domain/contract'
import { anEvent, soon } from '../functions/event/support'
import { startPhones, type Phone, type Phones } from './support/phones'

jest.setTimeout(180_000)
let phones: Phones
beforeAll(async () => {
  phones = await startPhones()
})
afterAll(() => phones?.stop())
afterEach(() => phones.post('/time', { offsetMs: 0 }))

type Event = Output<'event', 'get'>
const get = (who: string, id: string) => phones.ok<Event>(who, 'event', 'get', { id })

/** The browser's stand-in for WeChat's question is out of the way. */
async function allow(phone: Phone): Promise<void> {
  await phone.at('consent-allow').click()
}

/** What the person's screen shows as their code; the butler's camera is replaced by it. */
async function showTo(butler: Phone, picture: Buffer, tap: string): Promise<void> {
  const [chooser] = await Promise.all([butler.page.waitForEvent('filechooser'), butler.tap(tap)])
  await chooser.setFiles({ name: 'code.png', mimeType: 'image/png', buffer: picture })
}

async function codeOf(phone: Phone): Promise<Buffer> {
  await phone.at('my-code').locator('img').waitFor()
  return phone.at('my-code').screenshot()
}

test('a butler publishes and tells people, a resident signs up from the message, and is let in by the code', async () => {
  const { templates } = await phones.ok<Output<'account', 'session'>>('demo-owner', 'account', 'session')
  await phones.ok('demo-owner', 'notice', 'consent', { results: { [templates.eventNews ?? '']: 'accept' } })

  const butler = await phones.of('demo-butler')
  await butler.open('packages/event/list/index')
  await butler.tap('publish-event')
  await butler.tap('send-event')
  await butler.at('page-event-edit').getByText('请填写活动名称').waitFor()
  await butler.fill('title', '邻里晚餐')
  await butler.fill('body', '带一道拿手菜')
  await butler.fill('place', '会所一楼')
  await butler.fill('capacity', '20')
  await butler.tap('send-event')
  await butler.tap('push')
  await butler
    .at('reach')
    .getByText(/^可触达 1 \/ \d+ 人/)
    .waitFor()
  await butler.fill('push-message', '周三见')
  await butler.tap('push-now')
  await butler.at('push-sheet').waitFor({ state: 'detached' })
  await phones.post('/tick')

  const {
    items: [message],
  } = await phones.ok<Output<'notice', 'inbox'>>('demo-owner', 'notice', 'inbox')
  expect(message).toMatchObject({ title: '邻里晚餐', read: false })
  const owner = await phones.of('demo-owner')
  await owner.open(message?.link ?? '')
  await owner.tap('party-more')
  await owner.tap('sign-up')
  await allow(owner)
  const code = await codeOf(owner)
  expect(await owner.at('my-place').innerText()).toMatch(/已报名[\s\S]*2 人/)
  expect(await phones.ok('demo-owner', 'notice', 'unread')).toEqual({ unread: 0 })

  const id = new URLSearchParams(message?.link?.split('?')[1]).get('id') ?? ''
  const anHourBefore = Date.parse((await get('demo-butler', id)).startsAt) - 3_600_000
  await phones.post('/time', { offsetMs: anHourBefore - Date.now() })
  await butler.open(`packages/event/check/index?id=${id}`)
  expect(await butler.at('counted').innerText()).toBe('已到 0 / 2 人')
  await showTo(butler, code, 'scan')
  await butler.at('answer-yes').waitFor()
  expect(await butler.at('answer-yes').innerText()).toMatch(
    /欢迎[\s\S]*周示例[\s\S]*2 人[\s\S]*已到 2 \/ 2 人/,
  )
  await showTo(butler, code, 'scan-next')
  await butler
    .at('answer-no')
    .getByText(/已签到：.*\d{2}:\d{2}/)
    .waitFor()

  await owner.page.reload()
  await owner.at('checked-in').waitFor()
  expect(await owner.at('my-code').count()).toBe(0)
  expect([...owner.troubles, ...butler.troubles]).toEqual([])
})

test('the code of another event is refused by name, and a name on the list is checked in by a tap', async () => {
  const [first, second] = [await anEvent(phones.ok, soon()), await anEvent(phones.ok, soon())]
  await phones.ok('demo-tenant', 'event', 'signUp', { id: first.id, party: 1 })
  const tenant = await phones.of('demo-tenant')
  await tenant.open(`packages/event/event/index?id=${first.id}`)
  const code = await codeOf(tenant)
  const butler = await phones.of('demo-butler')
  await butler.open(`packages/event/check/index?id=${second.id}`)
  await showTo(butler, code, 'scan')
  await butler.at('answer-no').getByText('这是另一个活动的签到码').waitFor()
  await butler.open(`packages/event/roster/index?id=${first.id}`)
  await butler.page.locator('[id^="person-"]:visible').first().click()
  await butler.tap('check-in-sure')
  await butler.page.locator('[id="figure-came"]:visible').getByText('1', { exact: true }).waitFor()
  expect((await get('demo-tenant', first.id)).mine?.checkedInAt).not.toBeNull()
})

test('a resident on the waiting list sees their position, gets a seat held, confirms it, and checks in by the code at the door', async () => {
  const { id } = await anEvent(phones.ok, { ...soon(), capacity: 1 })
  await phones.ok('demo-tenant', 'event', 'signUp', { id, party: 1 })
  const owner = await phones.of('demo-owner')
  await owner.open(`packages/event/event/index?id=${id}`)
  expect(await owner.at('seats').innerText()).toContain('已满，可候补')
  await owner.tap('sign-up')
  await allow(owner)
  await owner.at('position').getByText('候补第 1 位').waitFor()

  const tenant = await phones.of('demo-tenant')
  await tenant.open(`packages/event/event/index?id=${id}`)
  await tenant.tap('withdraw')
  await tenant.tap('withdraw-sure')
  await tenant.at('sign-up').waitFor()

  await owner.page.reload()
  await owner.at('held-clock').waitFor()
  await owner.tap('confirm-hold')
  await owner.at('my-code').waitFor()
  const { scene } = await phones.ok<Output<'event', 'doorCode'>>('demo-butler', 'event', 'doorCode', { id })
  await owner.open(`packages/event/door/index?scene=${encodeURIComponent(scene)}`)
  await owner.tap('here')
  await owner.at('door-in').waitFor()
  expect((await get('demo-butler', id)).desk).toMatchObject({ confirmed: 1, came: 1 })
  expect([...owner.troubles, ...tenant.troubles]).toEqual([])
})

test('the code for the door is readable in Chinese and in English', async () => {
  const { id } = await anEvent(phones.ok)
  const butler = await phones.of('demo-butler')
  await butler.open(`packages/event/poster/index?id=${id}`)
  const poster = butler.page.locator('.poster:visible')
  await poster.waitFor()
  expect(await poster.innerText()).toMatch(
    /邻里晚餐[^]*会所一楼[^]*微信扫码签到[^]*Scan with WeChat to check in[^]*Neighbours’ dinner[^]*Clubhouse/,
  )
})

test('a list with a malformed id says so, and throws nothing', async () => {
  const butler = await phones.of('demo-butler')
  await butler.open('packages/event/roster/index?id=!!')
  await butler.page.locator('.failure:visible').waitFor()
  expect(butler.troubles).toEqual([])
})

test('text that was typed survives closing the app, and a calendar gets the event', async () => {
  const butler = await phones.of('demo-butler-2')
  await butler.open('packages/event/edit/index')
  await butler.fill('title', '读书会')
  await butler.page.reload()
  await butler.at('restored').waitFor()
  expect(await butler.at('title').locator('input').inputValue()).toBe('读书会')

  const { id } = await anEvent(phones.ok)
  const owner = await phones.of('demo-owner-2')
  await owner.open(`packages/event/event/index?id=${id}`)
  const [file] = await Promise.all([owner.page.waitForEvent('download'), owner.tap('add-calendar')])
  expect(file.suggestedFilename()).toBe('event.ics')
  expect(readFileSync(await file.path(), 'utf8')).toMatch(
    new RegExp(`^BEGIN:VCALENDAR\\r\\n[^]*UID:${id}@[^]*END:VCALENDAR\\r\\n$`),
  )
})

test('nothing on the event pages is wider than a narrow phone, with large text and in English', async () => {
  const { id } = await anEvent(phones.ok)
  const phone = await phones.of('demo-butler', { locale: 'en-US', viewport: { width: 320, height: 640 } })
  await phone.page.evaluate(() =>
    localStorage.setItem(
      'anlin.demo-butler.choices',
      JSON.stringify({ data: { lang: null, largeText: true } }),
    ),
  )
  for (const page of [
    'list/index',
    `event/index?id=${id}`,
    'edit/index',
    `roster/index?id=${id}`,
    `check/index?id=${id}`,
    `poster/index?id=${id}`,
    'door/index',
  ]) {
    await phone.open(`packages/event/${page}`)
    await phone.page.reload()
    await phone.page.locator('.page.large:visible').waitFor()
    await phone.page.waitForFunction(
      () => ![...document.querySelectorAll('#skeleton')].some(each => each.getClientRects().length),
    )
    expect({ page, wide: await phone.page.evaluate(() => document.documentElement.scrollWidth) }).toEqual({
      page,
      wide: 320,
    })
  }
})
