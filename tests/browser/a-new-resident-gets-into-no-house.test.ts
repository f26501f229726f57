import writeExcel from 'write-excel-file/node'
import { sceneOf } from '../../tools/demo/estates'
import { emptyHouse, expectedOwner } from '../../tools/demo/register'
import { startPhones, type Phone, type Phones } from './support/phones'

jest.setTimeout(240_000)
let phones: Phones
beforeAll(async () => {
  phones = await startPhones()
})
afterAll(() => phones?.stop())

const code = `anlin:packages/account/bind/index?scene=${sceneOf(emptyHouse)}`

/** What a phone does once the camera has read the code; in the browser it is pasted. */
async function ask(phone: Phone, relation: string, name: string, number: string): Promise<void> {
  await phone.tap('join-house')
  await phone.fill('scene', code)
  await phone.tap('use-code')
  await phone.tap('send-bind')
  await phone.page.getByText('请先同意隐私保护指引').waitFor()
  await phone.tap(`relation-${relation}`)
  await phone.fill('name', name)
  await phone.fill('phone', number)
  await phone.tap('agree')
  await phone.tap('send-bind')
  await phone.tap('consent-allow')
}

test('the registered owner scans and is in; the family waits for the owner and the butler, and then sees the house', async () => {
  const owner = await phones.of('new-owner')
  await ask(owner, 'owner', expectedOwner.name, expectedOwner.phone)
  await owner.page.getByText('已绑定 59-4 号房屋').waitFor()
  await owner.tap('go-home')
  await owner.page.getByText('59-4 号房屋').first().waitFor()

  const child = await phones.of('new-child')
  await ask(child, 'family', '钱小宝', '19900008881')
  await child.page.getByText('还需要业主和管家确认').waitFor()
  const { items } = await phones.ok('new-owner', 'account', 'bindings', { status: 'pending' })

  const butler = await phones.of('demo-butler')
  await butler.open('packages/register/people/index')
  await butler.tap(`phone-${items[0].id}`)
  await butler.page.getByText('拨打 19900008881').waitFor()
  await butler.tap(`approve-${items[0].id}`)
  await butler.page.getByText('还需业主确认').first().waitFor()

  await owner.open('packages/account/house/index')
  await owner.tap(`approve-${items[0].id}`)
  await owner.page.getByText('等您确认').waitFor({ state: 'detached' })

  await child.tap('go-home')
  await child.page.reload()
  await child.page.getByText('59-4 号房屋').first().waitFor()
  expect((await phones.ok('new-child', 'account', 'session')).houses).toMatchObject([
    { id: emptyHouse, relation: 'family' },
  ])
  expect([...owner.troubles, ...child.troubles, ...butler.troubles]).toEqual([])
})

test('a workbook with bad rows: the good ones are taken, each bad one is shown with its line and fault', async () => {
  const rows = [
    ['房号', '楼栋', '房间', '业主电话'],
    ['N-1', 'N', '1', '19900001111'],
    ['', 'N', '2', ''],
    ['N-3', 'N', '3', '123'],
  ]
  const buffer = await writeExcel(
    rows.map(row => row.map(value => ({ value, type: String }))) as never,
  ).toBuffer()
  const manager = await phones.of('demo-manager')
  await manager.open('packages/register/import/index')
  const chooser = manager.page.waitForEvent('filechooser')
  await manager.tap('choose-file')
  await (
    await chooser
  ).setFiles({
    name: '登记.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer,
  })
  await manager.page.getByText('新增 1 · 更新 0 · 无变化 0').waitFor()
  const faults = await manager.at('rejected').innerText()
  expect(faults).toMatch(/第 3 行[\s\S]*房号：必填[\s\S]*第 4 行[\s\S]*业主电话：格式不对/)
  expect(manager.troubles).toEqual([])
})

test('an old code says so, and a page that a person may not use is not offered', async () => {
  const stranger = await phones.of('a-stranger')
  await stranger.open(`packages/account/bind/index?scene=h${'0'.repeat(24)}`)
  await stranger.page.getByText('这个码无效或已更换').waitFor()
  const owner = await phones.of('demo-owner')
  await owner.open('pages/services/index')
  await owner.at('service-house').waitFor()
  expect(await owner.page.locator('#service-staff, #service-audit, #service-people').count()).toBe(0)
})
