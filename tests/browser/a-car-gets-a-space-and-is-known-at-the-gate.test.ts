import type { Output } from '@domain/contract'
import type { Match, RegistrationView } from '@domain/parking/contract'
import type { PassView } from '@domain/visitor/contract'
import { eventually } from '../functions/support/estate'
import { startPhones, type Phone, type Phones } from './support/phones'

jest.setTimeout(180_000)
let phones: Phones
beforeAll(async () => {
  phones = await startPhones()
  await phones.ok('demo-butler', 'parking', 'importSpaces', {
    rows: ['B-1', 'B-2', 'B-3'].map(no => ({ no, area: '地下车库', vehicle: 'car' })),
  })
})
afterAll(() => phones?.stop())

const type = async (phone: Phone, id: string, plate: string) => {
  for (const key of plate) await phone.tap(`${id}-key-${key}`)
}
const mine = async () =>
  (await phones.ok<{ items: RegistrationView[] }>('demo-owner', 'parking', 'list')).items[0]

test('registered on the keyboard, approved on the plan, in and out at the gate, counted', async () => {
  const owner = await phones.of('demo-owner')
  await owner.open('packages/parking/register/index')
  await type(owner, 'plate', '鲁FD31206')
  expect(await owner.at('plate').innerText()).toBe('鲁F·D31206')
  await owner.tap('send')
  await owner.at('vehicle').waitFor()
  const { id } = (await mine()) as RegistrationView

  const butler = await phones.of('demo-butler')
  await butler.open('packages/parking/desk/index')
  await butler.tap(`vehicle-${id}`)
  expect(await butler.at('approve').getAttribute('aria-disabled')).toBe('true')
  await butler.tap('bay-B-2')
  await butler.tap('approve')
  await butler.at('approve').waitFor({ state: 'detached' })
  expect(await mine()).toMatchObject({ state: 'active', space: 'B-2' })
  await butler.open('packages/parking/lot/index')
  await butler.tap('shown-plan')
  await butler.at('bay-B-2').waitFor()
  expect(await butler.at('bay-B-2').innerText()).toMatch(/已占/)

  const guard = await phones.of('demo-guard')
  await guard.open('packages/visitor/gate/index')
  await guard.tap('gate-garage')
  await guard.tap('plate')
  await type(guard, 'piece', 'D31')
  await guard.at('plate-鲁FD31206').waitFor()
  expect(await guard.at('plate-鲁FD31206').innerText()).toMatch(/已登记[\s\S]*月租/)
  await guard.tap('in-鲁FD31206')
  await guard.at('answer-yes').waitFor()
  await guard.tap('go-on')
  expect((await mine())?.insideAt).toBeTruthy()
  await butler.tap('shown-fill')
  await butler.page.locator('[id="area-地下车库"]:visible').getByText('在场 1 辆').waitFor()
  await type(guard, 'piece', 'D31')
  await guard.tap('out-鲁FD31206')
  await eventually(async () => (await mine())?.insideAt === null)
  await butler.page.reload()
  await butler.page.locator('[id="area-地下车库"]:visible').getByText('在场 0 辆').waitFor()

  await butler.open('packages/parking/desk/index')
  await butler.tap('shown-all')
  await butler.fill('search', 'x99')
  await butler.page.getByText('没有找到车辆').locator('visible=true').waitFor()
  await butler.fill('search', 'd31')
  await butler.at(`vehicle-${id}`).waitFor()

  expect([...owner.troubles, ...butler.troubles, ...guard.troubles]).toEqual([])
})

test('without a network the guard’s phone knows the plates it had, and reports later what it let in', async () => {
  const guard = await phones.of('demo-guard')
  await guard.open('packages/visitor/gate/index')
  await guard.tap('gate-garage')
  await guard.tap('plate')
  await guard.at('piece-key-D').waitFor()
  await eventually(
    async () => (await phones.ok<{ items: Match[] }>('demo-guard', 'parking', 'plates')).items.length > 0,
  )
  await guard.page.waitForFunction(() =>
    Object.keys(localStorage).some(
      key => key.includes('gate.plates') && localStorage.getItem(key)?.includes('D31206'),
    ),
  )
  await guard.page.context().setOffline(true)
  await type(guard, 'piece', '312')
  await guard.at('found-offline').waitFor()
  await guard.tap('in-鲁FD31206')
  await guard.at('answer-offline').waitFor()
  await guard.tap('go-on')
  await guard.at('gate-waiting').waitFor()
  expect((await mine())?.insideAt).toBeNull()
  await guard.page.context().setOffline(false)
  await guard.tap('sync-now')
  await guard.at('gate-waiting').waitFor({ state: 'detached' })
  expect((await mine())?.insideAt).toBeTruthy()
  expect(guard.troubles).toEqual([])
})

test('a visitor’s car enters by its pass and leaves by one tap; an unknown car is let in as unknown', async () => {
  const soon = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString()
  const { id } = await phones.ok<PassView>('demo-owner', 'visitor', 'create', {
    houseId: 'tianma-1',
    name: '张师傅',
    party: 1,
    kind: 'once',
    from: soon(-1),
    to: soon(60),
    plate: '苏E99K88',
  })
  const visits = async () => (await phones.ok<PassView>('demo-owner', 'visitor', 'get', { id })).visits
  const guard = await phones.of('demo-guard')
  await guard.open('packages/visitor/gate/index')
  await guard.tap('gate-garage')
  await guard.tap('plate')
  await type(guard, 'piece', '99K')
  await guard.tap('in-苏E99K88')
  await guard.at('answer-yes').waitFor()
  await guard.tap('go-on')
  expect(await visits()).toMatchObject([{ leftAt: null }])
  await type(guard, 'piece', '99K')
  await guard.tap('out-苏E99K88')
  await eventually(async () => (await visits())[0]?.leftAt)
  await guard.tap('piece-turn')
  await type(guard, 'piece', '京A8B9C7')
  await guard.tap('in-京A8B9C7')
  expect(await guard.at('answer-yes').innerText()).toMatch(/未登记/)
  expect(guard.troubles).toEqual([])
})

test('a car in the way: its owner is notified and answers, and neither learns who the other is', async () => {
  const asker = await phones.of('demo-owner-2')
  await asker.open('packages/parking/move/index')
  await type(asker, 'plate', '鲁FD31206')
  await asker.tap('ask-move')
  await asker.page.getByText('已通知车主').locator('visible=true').waitFor()
  const owner = await phones.of('demo-owner')
  await owner.open('pages/inbox/index')
  await owner.page.getByText('请挪车').locator('visible=true').first().click()
  await owner.tap('answer-coming5')
  await asker.page.getByText('马上来').locator('visible=true').waitFor()
  expect(await asker.page.locator('body').innerText()).not.toMatch(/周示例|1 号房屋|199\d{8}/)
  expect(await owner.page.locator('[id="move-asked"]:visible').innerText()).not.toMatch(
    /吴示例|44-1|199\d{8}/,
  )
  // Another resident asks later: the first one reads so, and where the answer to their request is.
  await phones.post('/time', { offsetMs: 6 * 60_000 })
  await phones.ok('demo-tenant', 'parking', 'moveCar', { plate: '鲁FD31206' })
  await phones.post('/time', { offsetMs: 0 })
  const { items } = await phones.ok<Output<'notice', 'inbox'>>('demo-owner-2', 'notice', 'inbox')
  await asker.open(items.find(({ title }) => title === '车主回复')?.link ?? '')
  await asker.page.getByText('后来又有人请这辆车挪车').locator('visible=true').waitFor()
  expect([...owner.troubles, ...asker.troubles]).toEqual([])
})

test('on a narrow phone, with large text and in English, every control is as large as a thumb and nothing is wider than the screen', async () => {
  const { id } = (await mine()) as RegistrationView
  const pages: [who: string, path: string, shows: string][] = [
    ['demo-owner', 'packages/parking/list/index', `vehicle-${id}`],
    ['demo-owner', 'packages/parking/register/index', 'plate-key-鲁'],
    ['demo-owner', `packages/parking/vehicle/index?id=${id}`, 'cancel'],
    ['demo-owner', 'packages/parking/move/index', 'ask-move'],
    ['demo-butler', 'packages/parking/desk/index?shown=waiting', 'shown-all'],
    ['demo-butler', 'packages/parking/lot/index', 'export-vehicles'],
    ['demo-butler', 'packages/parking/import/index', 'choose-spaces'],
    ['demo-guard', 'packages/visitor/vehicles/index', 'choose-gate'],
  ]
  for (const who of ['demo-owner', 'demo-butler', 'demo-guard'])
    await phones.ok(who, 'account', 'updateProfile', { lang: 'en', largeText: true })
  for (const [who, path, shows] of pages) {
    const phone = await phones.of(who, { viewport: { width: 320, height: 640 } })
    await phone.open(path)
    await phone.at(shows).waitFor()
    expect({
      path,
      small: await tooSmall(phone),
      wide: await phone.page.evaluate(() => document.documentElement.scrollWidth > innerWidth),
      broken: (await linesOf(phone)).filter(plate => !plate.endsWith(' 1')),
    }).toEqual({ path, small: [], wide: false, broken: [] })
    await phone.page.context().close()
  }
  const butler = await phones.of('demo-butler', { viewport: { width: 320, height: 640 } })
  await butler.open('packages/parking/lot/index')
  await butler.tap('shown-plan')
  await butler.tap('bay-B-2')
  await butler.at('space-plate').waitFor()
  expect(await linesOf(butler)).toEqual(['鲁F·D31206 1'])
})

/** Plates in sight, each with how many lines it takes. */
const linesOf = (phone: Phone): Promise<string[]> =>
  phone.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.plate-whole')]
      .filter(plate => plate.offsetParent !== null)
      .map(plate => {
        const text = document.createRange()
        text.selectNodeContents(plate)
        return `${plate.innerText} ${new Set([...text.getClientRects()].map(({ top }) => Math.round(top))).size}`
      }),
  )

/** Controls in sight that are less than 48 px high or wide. */
const tooSmall = (phone: Phone): Promise<string[]> =>
  phone.page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>('[role=button], [role=radio], [role=link], [role=switch]'),
    ].flatMap(control => {
      const { width, height } = control.getBoundingClientRect()
      return control.offsetParent === null || (width >= 47.5 && height >= 47.5)
        ? []
        : [`${control.id} ${width.toFixed()} × ${height.toFixed()}`]
    }),
  )
