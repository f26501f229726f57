import { startPhones, type Phone, type Phones } from './support/phones'

jest.setTimeout(180_000)
let phones: Phones
beforeAll(async () => {
  phones = await startPhones()
})
afterAll(() => phones?.stop())

/** From the list of what is asked to the vote that is cast. */
async function vote(openid: string, id: string, option: number): Promise<Phone> {
  const phone = await phones.of(openid)
  await phone.open('packages/survey/list/index')
  await phone.tap(`survey-${id}`)
  await phone.tap(`answer-0-${String(option)}`)
  await phone.tap('answer-1-4')
  await phone.fill('answer-2', `建议来自${openid}`)
  await phone.tap('vote')
  await phone.tap('vote-sure')
  await phone.page.locator('.empty:visible').getByText('您已参与').waitFor()
  return phone
}

async function make(butler: Phone): Promise<string> {
  await butler.open('packages/survey/list/index')
  await butler.tap('make-survey')
  await butler.fill('title', '更换门禁')
  await butler.fill('body', '现在的门禁用了八年')
  await butler.fill('ask-0', '是否同意更换？')
  await butler.fill('option-0-0', '同意')
  await butler.fill('option-0-1', '同意')
  await butler.tap('add-question')
  await butler.tap('kind-1-scale')
  await butler.fill('ask-1', '对门岗满意吗？')
  await butler.tap('add-question')
  await butler.tap('kind-2-text')
  await butler.fill('ask-2', '还有什么建议？')
  await butler.tap('secrecy-named')
  await butler.tap('until-7')
  await butler.tap('look')
  await butler.page.locator('.field-wrong:visible').getByText('和前面的选项重复了').waitFor()
  await butler.fill('option-0-1', '不同意')
  await butler.tap('look')
  await butler.at('preview').getByText('每户一票，由业主投').waitFor()
  await butler.tap('begin')
  await butler.at('close-survey').waitFor()
  const { items } = await phones.ok<{ items: { id: string }[] }>('demo-butler', 'survey', 'list', {
    when: 'open',
  })
  return items[0]!.id
}

test('a butler asks, two owners vote, it is closed, and everybody sees the result as a picture', async () => {
  const butler = await phones.of('demo-butler')
  const id = await make(butler)
  const owner = await vote('demo-owner', id, 0)
  expect(await owner.at('vote').count()).toBe(0)
  const other = await vote('demo-owner-2', id, 1)
  await butler.page.reload()
  await butler.at('turnout').getByText('已投 2 / 135 户').waitFor()
  await butler.tap('close-survey')
  await butler.tap('close-sure')
  await butler.at('result-0').waitFor()

  await owner.page.reload()
  const bars = owner.at('result-0').locator('[role="img"]')
  await bars.first().waitFor()
  expect(await bars.evaluateAll(all => all.map(bar => bar.getAttribute('aria-label')))).toEqual([
    '同意: 1 票 · 50%',
    '不同意: 1 票 · 50%',
  ])
  expect(await owner.at('result-1').innerText()).toContain('平均 4.0 分')
  expect(await owner.at('said').innerText()).toMatch(
    /建议来自demo-owner[\s\S]*建议来自demo-owner|建议来自demo-owner-2[\s\S]*建议来自demo-owner/,
  )
  expect([...butler.troubles, ...owner.troubles, ...other.troubles]).toEqual([])
})

test('of an anonymous vote with two votes nothing is shown, and the page says why', async () => {
  const { id } = await phones.ok<{ id: string }>('demo-butler', 'survey', 'publish', {
    title: '花坛',
    body: '种什么',
    endsAt: new Date(Date.now() + 86_400_000).toISOString(),
    audience: { kind: 'estate' },
    unit: 'house',
    voters: 'owners',
    anonymous: true,
    questions: [{ kind: 'single', text: '种什么', options: ['月季', '牡丹'] }],
  })
  for (const who of ['demo-owner', 'demo-owner-2'])
    await phones.ok(who, 'survey', 'answer', { id, answers: [[0]] })
  await phones.ok('demo-butler', 'survey', 'close', { id })
  const owner = await phones.of('demo-owner')
  await owner.open(`packages/survey/survey/index?id=${id}`)
  await owner.page.locator('.empty:visible').getByText('票数太少，不公布').waitFor()
  expect(await owner.at('page-survey').innerText()).not.toContain('月季')
  expect(owner.troubles).toEqual([])
})

test('a family member who may not vote sees what is asked, and no way to answer', async () => {
  const { id } = await phones.ok<{ id: string }>('demo-butler', 'survey', 'publish', {
    title: '业主大会',
    body: '是否参加',
    endsAt: new Date(Date.now() + 86_400_000).toISOString(),
    audience: { kind: 'estate' },
    unit: 'house',
    voters: 'owners',
    anonymous: true,
    questions: [{ kind: 'single', text: '参加吗', options: ['参加', '不参加'] }],
  })
  const family = await phones.of('demo-family')
  await family.open(`packages/survey/survey/index?id=${id}`)
  await family.page.locator('.empty:visible').getByText('您不在投票范围内').waitFor()
  expect(await family.at('page-survey').innerText()).toContain('参加吗')
  expect(await family.at('vote').count()).toBe(0)
})
