import { photo, startPhones, type Phones } from './support/phones'

jest.setTimeout(180_000)
let phones: Phones
beforeAll(async () => {
  phones = await startPhones()
})
afterAll(() => phones?.stop())

test('a butler publishes to one building with a message: its residents read it, others cannot, and the desk sees both', async () => {
  await phones.ok('demo-owner', 'notice', 'consent', { results: { estateNotice: 'accept' } })
  const butler = await phones.of('demo-butler')
  await butler.open('packages/notice/board/index')
  await butler.tap('publish')
  await butler.fill('title', '1 号楼明天停水')
  await butler.fill('body', '上午九点到十二点\n请提前储水')
  const choosing = butler.page.waitForEvent('filechooser')
  await butler.tap('add-photo')
  await (await choosing).setFiles([photo])
  await butler.at('remove-photo-0').waitFor()
  await butler.tap('audience-buildings')
  await butler.tap('look')
  await butler.page.locator('.field-wrong:visible').getByText('请选择对象').waitFor()
  await butler.fill('audience-search', '1')
  await butler.tap('pick-1')
  await butler.tap('push-yes')
  await butler.at('reach').getByText('可触达 1 /').waitFor()
  await butler.tap('look')
  await butler.at('preview').getByText('请提前储水').waitFor()
  await butler.tap('send-notice')
  await butler.at('push-done').waitFor()
  const people = await phones.ok<{ people: number }>('demo-butler', 'notice', 'reach', {
    audience: { kind: 'buildings', ids: ['1'] },
  })
  const count = async (fate: string): Promise<number> => Number(await butler.at(`count-${fate}`).innerText())
  expect([await count('sent'), await count('refused'), await count('failed'), await count('left')]).toEqual([
    1,
    people.people - 1,
    0,
    0,
  ])
  await butler.at('told').getByText('未允许通知，或次数已用完').first().waitFor()
  expect(await phones.get<{ openid: string }[]>('/outbox?openid=demo-owner')).toHaveLength(1)

  const owner = await phones.of('demo-owner')
  await owner.open('pages/inbox/index')
  await owner.at('page-inbox').getByText('1 号楼明天停水').click()
  await owner.at('page-notice').getByText('请提前储水').waitFor()
  const neighbour = await phones.of('demo-owner-2')
  await neighbour.open('pages/inbox/index')
  await neighbour.at('page-inbox').locator('.empty').waitFor()
  expect(await neighbour.at('page-inbox').innerText()).not.toContain('停水')
  await neighbour.open(`packages/notice/notice/index?id=${(await published()).id}`)
  await neighbour.at('page-notice').getByText('没有找到').waitFor()

  await butler.tap('see-notice')
  await butler.at('read-count').getByText('已读 1 / 1 户').waitFor()
  await butler.tap('receipts')
  await butler.at('receipt-tianma-1').getByText('已读').waitFor()
  expect([...butler.troubles, ...owner.troubles, ...neighbour.troubles]).toEqual([])
})

const published = async (): Promise<{ id: string }> =>
  (await phones.ok<{ items: { id: string }[] }>('demo-butler', 'notice', 'board')).items[0]!

test('a pinned notice stands first and a withdrawn one is gone from the inbox', async () => {
  const { id } = await phones.ok<{ id: string }>('demo-butler', 'notice', 'publish', {
    title: '门禁升级',
    body: '请更新门卡',
    audience: { kind: 'estate' },
  })
  const owner = await phones.of('demo-owner')
  await owner.open('pages/inbox/index')
  await owner.at('page-inbox').getByText('门禁升级').waitFor()
  const manager = await phones.of('demo-manager')
  await manager.open(`packages/notice/notice/index?id=${id}`)
  await manager.tap('pin')
  await manager.page.locator('.badge:visible').getByText('置顶').waitFor()
  await manager.tap('withdraw')
  await manager.tap('withdraw-sure')
  await manager.page.locator('.badge:visible').getByText('已收回').waitFor()
  expect(await manager.at('pin').count()).toBe(0)
  await owner.page.reload()
  await owner.at('page-inbox').getByText('1 号楼明天停水').waitFor()
  expect(await owner.at('page-inbox').innerText()).not.toContain('门禁升级')
  expect([...owner.troubles, ...manager.troubles]).toEqual([])
})

test('a notice that is being written outlives the page, and nothing goes out without a title', async () => {
  const butler = await phones.of('demo-butler')
  await butler.open('packages/notice/publish/index')
  await butler.fill('body', '写到一半')
  await butler.page.reload()
  await butler.at('body').waitFor()
  expect(await butler.at('body').locator('textarea').inputValue()).toBe('写到一半')
  await butler.tap('look')
  await butler.page.locator('.field-wrong:visible').getByText('请填写标题').waitFor()
  expect(await butler.at('preview').count()).toBe(0)
})

test('residents do not get into the desk’s pages', async () => {
  const owner = await phones.of('demo-owner')
  for (const page of ['board', 'publish', 'push', 'receipts']) {
    await owner.open(`packages/notice/${page}/index`)
    await owner.page.locator('.empty:visible').getByText('这不是您的页面').waitFor()
  }
})
