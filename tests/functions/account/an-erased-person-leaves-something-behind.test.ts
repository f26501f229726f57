import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { collectionNames } from '../support/collections'
import { eventually, startEstate, type Estate } from '../support/estate'
import { inDays } from '../support/times'

jest.setTimeout(180_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())

const houseId = 'tianma-1'
const day = 86_400_000
const files = (): number => readdirSync(join(estate.dataDir, 'files')).length

/** The collections that hold a text. */
async function whereIs(text: string): Promise<string[]> {
  const all = await Promise.all(
    collectionNames.map(async name => ({ name, records: await estate.records(name) })),
  )
  return all.filter(({ records }) => records.includes(text)).map(({ name }) => name)
}
const isNowhere = async (text: string): Promise<boolean> => (await whereIs(text)).length === 0
const isGone = async (fileID: string): Promise<boolean> => {
  const { data } = await estate.post<{ data: { download_list: { code: string }[] } }>('/admin', {
    action: 'storage.batchGetDownloadUrl',
    file_list: [{ fileid: fileID, max_age: 600 }],
  })
  return data.download_list[0]?.code !== 'SUCCESS'
}

/** A technician who has done and been rated, and been assigned what another did then. */
async function work(openid: string): Promise<string[]> {
  await estate.ok('demo-manager', 'account', 'grant', { openid, role: 'technician', name: '钱师傅' })
  const ids: string[] = []
  for (const isReassigned of [false, true]) {
    const tap = { place: 'house', houseId, category: 'water', urgency: 'normal', description: '漏水' }
    const { id } = await estate.ok('demo-owner', 'repair', 'create', tap)
    ids.push(id)
    await estate.ok('demo-butler', 'repair', 'assign', { id, technician: openid })
    if (isReassigned) {
      await estate.ok('demo-butler', 'repair', 'assign', { id, technician: 'demo-technician' })
      continue
    }
    await estate.ok(openid, 'repair', 'start', { id })
    await estate.ok(openid, 'repair', 'finish', { id, note: '换好了' })
    await estate.ok('demo-owner', 'repair', 'verify', { id, accepted: true })
    await estate.ok('demo-owner', 'repair', 'rate', { id, speed: 5, quality: 5, attitude: 5 })
  }
  return ids
}

test('of an erased technician neither name nor openid is left, in orders, figures and answers', async () => {
  const [rated = ''] = await work('ex-tech')
  await estate.post('/tick')
  const figures = async () => estate.records('figures')
  expect(await figures()).toContain('钱师傅')
  await estate.ok('demo-manager', 'account', 'revoke', { openid: 'ex-tech', role: 'technician' })
  await estate.ok('ex-tech', 'account', 'erase', { confirm: true })
  await eventually(async () => {
    await estate.post('/tick')
    return !(await figures()).includes('钱师傅')
  })
  expect(await whereIs('钱师傅')).toEqual([])
  expect(await whereIs('ex-tech')).toEqual([])
  expect(await estate.ok('demo-owner', 'repair', 'get', { id: rated })).toMatchObject({
    rating: { speed: 5 },
    assignee: { name: '' },
  })
})

/** A resident who has reported, complained and asked, with photos and a voice message. */
async function live(openid: string, more: { photo?: string } = {}) {
  const photo = more.photo ?? (await estate.upload('kitchen'))
  const voice = await estate.upload('voice', 'voice.mp3')
  const chat = await estate.upload('chat')
  const home = (await estate.ok(openid, 'account', 'session')).houses[0]?.id ?? ''
  const { id: order } = await estate.ok(openid, 'repair', 'create', {
    place: 'house',
    houseId: home,
    category: 'water',
    urgency: 'normal',
    description: '漏水',
    photos: [photo],
  })
  await estate.ok('demo-butler', 'repair', 'accept', { id: order })
  for (const anonymous of [true, false])
    await estate.ok(openid, 'complaint', 'submit', {
      category: 'noise',
      content: '太吵',
      houseId: home,
      anonymous,
      photos: [photo],
      voice: { fileID: voice, seconds: 3 },
    })
  await estate.ok(openid, 'consult', 'say', { houseId: home, text: '请看', photos: [chat, photo] })
  return { order, photo, voice, chat }
}

test('photos and voice messages go with the person, and their remembered answers', async () => {
  const { order, photo, voice, chat } = await live('resident-011')
  expect(await estate.records('requests')).toContain(order)
  await estate.ok('resident-011', 'account', 'erase', { confirm: true })
  for (const fileID of [photo, voice, chat]) {
    expect(await isGone(fileID)).toBe(true)
    expect(await whereIs(fileID)).toEqual([])
  }
  expect(await estate.records('requests')).not.toContain(order)
  expect(await estate.ok('demo-butler', 'repair', 'get', { id: order })).toMatchObject({
    description: '漏水',
    photos: [],
  })
  await eventually(() => isNowhere('resident-011'))
})

test('a person who names a file of others and erases themselves takes nothing from them', async () => {
  const notice = await estate.upload('notice')
  await estate.ok('demo-butler', 'notice', 'publish', {
    title: '停水',
    body: '今晚停水',
    audience: { kind: 'estate' },
    photos: [notice],
  })
  const neighbour = await live('resident-012')
  for (const photo of [notice, neighbour.photo]) {
    const who = photo === notice ? 'resident-013' : 'resident-014'
    await live(who, { photo })
    await estate.ok(who, 'account', 'erase', { confirm: true })
    expect(await isGone(photo)).toBe(false)
  }
  expect((await estate.ok('resident-012', 'repair', 'get', { id: neighbour.order })).photos).toEqual([
    neighbour.photo,
  ])
  await estate.ok('resident-012', 'account', 'erase', { confirm: true })
  expect(await isGone(neighbour.photo)).toBe(true)
})

test('an erasure that is interrupted is carried on by the next', async () => {
  const { photo, voice, chat } = await live('resident-015')
  await estate.post('/faults', { action: 'account.erase', rate: 0.03, kind: 'error' })
  const reply = await estate.retry('resident-015', 'account', 'erase', { confirm: true })
  await estate.post('/faults', { rate: 0 })
  expect(reply).toMatchObject({ ok: true })
  await eventually(() => isNowhere('resident-015'))
  for (const fileID of [photo, voice, chat]) expect(await isGone(fileID)).toBe(true)
})

test('a guard who is erased is on no pass and in no log', async () => {
  await estate.ok('demo-manager', 'account', 'grant', { openid: 'ex-guard', role: 'guard', name: '孙保安' })
  const { shortCode } = await estate.ok('demo-owner', 'visitor', 'create', {
    houseId,
    name: '李四',
    party: 1,
    kind: 'once',
    from: new Date().toISOString(),
    to: inDays(1),
  })
  await estate.ok('ex-guard', 'visitor', 'scan', { shortCode, gate: '南门' })
  await eventually(async () => (await estate.records('visitor_log')).includes('ex-guard'))
  await estate.ok('demo-manager', 'account', 'revoke', { openid: 'ex-guard', role: 'guard' })
  await estate.ok('ex-guard', 'account', 'erase', { confirm: true })
  await eventually(() => isNowhere('ex-guard'))
})

test('the file of an export is there for a week, and then gone with its record', async () => {
  const before = files()
  await estate.ok('demo-manager', 'desk', 'export', { what: 'repairs', from: inDays(-9), to: inDays(1) })
  const register = await estate.upload('房号,楼栋,室号\n1,1,1\n', 'register.csv')
  await estate.as('demo-manager', 'account', 'importSheet', { fileID: register })
  expect(files()).toBe(before + 2)
  await estate.post('/time', { offsetMs: 6 * day })
  await estate.post('/tick')
  expect(files()).toBe(before + 2)
  await estate.post('/time', { offsetMs: 8 * day })
  await eventually(async () => {
    await estate.post('/tick')
    return files() === before
  })
  expect(await isGone(register)).toBe(true)
  expect(await estate.records('stored_sheets')).not.toContain('exports/')
  await estate.post('/time', { offsetMs: 0 })
})
