import { eventually } from '../functions/support/estate'
import { photo, startPhones, type Phone, type Phones } from './support/phones'

jest.setTimeout(180_000)
let phones: Phones
beforeAll(async () => {
  phones = await startPhones()
})
afterAll(() => phones?.stop())

/** The browser's stand-in for WeChat's question is out of the way. */
async function withoutQuestion(phone: Phone): Promise<void> {
  const refuse = phone.at('consent-refuse')
  if (await refuse.count()) await refuse.click()
}

const value = async (phone: Phone, figure: string): Promise<string> =>
  (await phone.at(`value-${figure}`).innerText()).trim()

test('a resident complains, a butler handles it, another calls back, the resident sees it closed, and the figure moves', async () => {
  const manager = await phones.of('demo-manager')
  await manager.open('packages/desk/figures/index')
  await manager.at('value-calledBack').waitFor()
  expect([await value(manager, 'complaintsResolved'), await value(manager, 'calledBack')]).toEqual(['–', '–'])
  const owner = await phones.of('demo-owner')
  await owner.tap('service-complain')
  await owner.tap('category-noise')
  await owner.fill('content', '夜里一直在施工')
  await owner.tap('send-complaint')
  await owner.at('page-complaint').waitFor()
  await withoutQuestion(owner)
  // The timeline begins with the next step, its deadline, and who is notified when it is missed.
  expect(await owner.at('page-complaint').innerText()).toMatch(
    /受理[\s\S]*还剩 23 小时[\s\S]*超时会通知管家[\s\S]*进展[\s\S]*答复[\s\S]*最晚[\s\S]*受理[\s\S]*最晚[\s\S]*提交投诉/,
  )
  const { items } = await phones.ok<{ items: { id: string }[] }>('demo-owner', 'complaint', 'list', {
    scope: 'mine',
  })
  const path = `packages/complaint/complaint/index?id=${items[0]?.id ?? ''}`

  const butler = await phones.of('demo-butler')
  await butler.at('complaints-to-handle').click()
  await butler.at(`complaint-${items[0]?.id ?? ''}`).click()
  await butler.tap('action-accept')
  await butler.tap('action-resolve')
  await butler.fill('said', '施工改到白天')
  await butler.tap('do-resolve')
  await butler.page.getByText('待回访').locator('visible=true').first().waitFor()
  expect(await butler.at('action-callBack').count()).toBe(0)

  const caller = await phones.of('demo-butler-2')
  await caller.open(path)
  await caller.tap('action-callBack')
  // Dialled from the sheet; the reading of the number is recorded. Then the outcome in three taps.
  await caller.tap('dial')
  await eventually(async () =>
    (
      await phones.ok<{ items: { did: string; by: string }[] }>('demo-manager', 'desk', 'audit', {
        from: '2020-01-01T00:00:00.000Z',
        to: '2099-01-01T00:00:00.000Z',
      })
    ).items.some(({ did, by }) => did === 'complaint.contact' && by === 'demo-butler-2'),
  )
  await caller.tap('reached-yes')
  await caller.tap('satisfied-5')
  await caller.tap('do-callBack')
  await caller.page.getByText('已回访').locator('visible=true').first().waitFor()
  await phones.post('/tick')

  await owner.page.reload()
  await owner.page.getByText('已办结').locator('visible=true').first().waitFor()
  expect(await owner.page.locator('body').innerText()).toMatch(/施工改到白天[\s\S]*5 \/ 5/)
  await phones.post('/tick')
  await manager.page.reload()
  await manager.page.locator('[id="value-calledBack"]:visible').getByText('100%').waitFor()
  expect([await value(manager, 'complaintsResolved'), await value(manager, 'satisfied')]).toEqual([
    '100%',
    '100%',
  ])
  // One tap: the records behind it.
  await manager.tap('open-calledBack')
  await manager.at('behind').getByText('投诉·噪音扰民').waitFor()
  await manager.tap('behind-building')
  await manager.tap('slice-1')
  await manager.at('behind').getByText('投诉·噪音扰民').click()
  await manager.page.locator('[id="page-complaint"]:visible').getByText('夜里一直在施工').waitFor()
  expect(manager.troubles).toEqual([])
  expect([...owner.troubles, ...butler.troubles]).toEqual([])
  expect([caller.dialled, caller.troubles]).toEqual([['19900000000'], []])
})

test('a house asks, the desk answers and makes a repair of it, and the conversation leads to it', async () => {
  const owner = await phones.of('demo-owner')
  await owner.tap('service-ask')
  await owner.fill('message', '厨房水压很低')
  await owner.tap('pick-photos')
  const chooser = owner.page.waitForEvent('filechooser')
  await owner.tap('add-photo')
  await (await chooser).setFiles(photo)
  await owner.at('remove-photo-0').waitFor()
  await owner.tap('send-message')
  await withoutQuestion(owner)
  await owner.page.locator('[id^="said-"]:visible').getByText('厨房水压很低').waitFor()

  const butler = await phones.of('demo-butler')
  await butler.open('packages/consult/list/index')
  await butler.tap('thread-tianma-1')
  await butler.page.locator('[id^="to-repair-"]:visible').first().click()
  // Its words, its photo and its likely kind are there already.
  await butler.at('make-sheet').getByText('1 张照片一并提交').waitFor()
  expect(await butler.at('category-water').getAttribute('aria-checked')).toBe('true')
  await butler.tap('do-make')
  await butler.page.locator('[id^="made-"]:visible').waitFor()
  await owner.page.reload()
  await owner.page.locator('[id^="made-"]:visible').click()
  await owner.page.locator('[id="page-order"]:visible').getByText('厨房水压很低').waitFor()
  await owner.page.locator('[id="page-order"]:visible .photo').first().waitFor()
  // What has become something is not made into it again.
  expect(await butler.page.locator('[id^="to-repair-"]:visible').count()).toBe(0)
  expect([...owner.troubles, ...butler.troubles]).toEqual([])
})
