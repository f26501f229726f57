import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { startTestCloud, type TestCloud } from './support/cloud'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ env: { MEDIA_CHECK_MS: '20' } })
})
afterAll(() => cloud.stop())

const good = {
  character_string1: 'R-1',
  thing2: '厨房水管漏水',
  phrase3: '已受理',
  time4: '2026年5月1日 15:01',
  thing5: '安邻',
}
const accept = (openid: string, result = 'accept', refuse = false) =>
  cloud.call('notice', { action: 'consent', input: { results: { repairProgress: result }, refuse } }, openid)
const send = (touser: string, data: Record<string, unknown> = good, templateId = 'repairProgress') =>
  cloud.attempt(
    (c, _db, _, { touser, data, templateId }) =>
      c.openapi.subscribeMessage.send({
        touser,
        templateId,
        page: 'pages/me/index',
        lang: 'zh_CN',
        data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, { value }])),
      }),
    { touser, data, templateId },
  )

test('one accept is one message', async () => {
  expect((await send('quota')).error?.errCode).toBe(43101)
  await accept('quota', 'reject')
  await accept('quota', 'accept', true)
  expect((await send('quota')).error?.errCode).toBe(43101)
  await accept('quota')
  expect((await send('quota')).ok).toBe(true)
  expect((await send('quota')).error?.errCode).toBe(43101)
  expect(await cloud.get('/outbox?openid=quota')).toEqual([
    {
      openid: 'quota',
      templateId: 'repairProgress',
      page: 'pages/me/index',
      lang: 'zh_CN',
      at: expect.any(String),
      data: Object.fromEntries(Object.entries(good).map(([key, value]) => [key, { value }])),
    },
  ])
})

test('a refused value costs no accept', async () => {
  await accept('careful')
  expect((await send('careful', { ...good, thing2: 'x'.repeat(21) })).error?.errCode).toBe(47003)
  expect((await send('careful')).ok).toBe(true)
})

test.each([
  ['thing2', 'x'.repeat(20), true],
  ['thing2', 'x'.repeat(21), false],
  ['thing2', '', false],
  ['phrase3', '已受理', true],
  ['phrase3', '已经受理了呢', false],
  ['phrase3', 'done', false],
  ['character_string1', 'A'.repeat(32), true],
  ['character_string1', 'A'.repeat(33), false],
  ['character_string1', '单号', false],
  ['time4', '15:01', true],
  ['time4', '2019年10月1日', true],
  ['time4', '2019年10月1日 15:01', true],
  ['time4', 'tomorrow', false],
  ['thing5', undefined, false],
  ['number9', '1', false],
])('%s = %p: %p', async (key, value, taken) => {
  const openid = `rules-${Math.random().toString(36).slice(2)}`
  await accept(openid)
  const { ok, error } = await send(openid, { ...good, [key]: value })
  expect([ok, error?.errCode]).toEqual([taken, taken ? undefined : 47003])
  if (!taken) expect(error?.message).toContain(key)
})

test('unknown template and missing openid', async () => {
  expect((await send('me', good, 'none')).error?.errCode).toBe(40037)
  expect((await send('')).error?.errCode).toBe(40003)
})

test('messages are sent to listeners', async () => {
  const abort = new AbortController()
  const { body } = await fetch(`${cloud.url}/events`, { signal: abort.signal })
  await accept('listener')
  await send('listener')
  let text = ''
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    text += Buffer.from(chunk).toString()
    if (text.includes('\n\ndata: ')) break
  }
  abort.abort()
  expect(text).toContain('"openid":"listener"')
})

test('a code is a picture that a scanner reads', async () => {
  const { png, contentType } = await cloud.run(async c => {
    const { buffer, contentType } = await c.openapi.wxacode.getUnlimited({
      scene: 'b=h1.s9-x',
      page: 'pages/me/index',
    })
    return { png: buffer.toString('base64'), contentType }
  })
  const { data, width, height } = PNG.sync.read(Buffer.from(png, 'base64'))
  expect(contentType).toBe('image/png')
  expect(jsQR(new Uint8ClampedArray(data), width, height)?.data).toBe(
    'anlin:pages/me/index?scene=b%3Dh1.s9-x',
  )
})

test.each([
  [{ scene: 'x'.repeat(33) }, 40169],
  [{ scene: '门' }, 40169],
  [{ scene: 'a', page: '/pages/me/index' }, 41030],
  [{ scene: 'a', page: 'pages/me?x=1' }, 41030],
])('a code of %j is refused', async (input, code) => {
  expect(
    (await cloud.attempt((c, _db, _, input) => c.openapi.wxacode.getUnlimited(input), input)).error?.errCode,
  ).toBe(code)
})

test('text is checked, and a call without a version is refused', async () => {
  const check = (content: string, more = {}) =>
    cloud.attempt(
      (c, _db, _, input) => c.openapi.security.msgSecCheck({ version: 2, openid: 'me', scene: 2, ...input }),
      { content, ...more },
    )
  expect((await check('你好')).data.result).toEqual({ suggest: 'pass', label: 100 })
  expect((await check('这是违规测试内容')).data.result.suggest).toBe('risky')
  expect((await check('x', { openid: '' })).error?.errCode).toBe(40003)
  expect((await check('x'.repeat(2501))).error?.errCode).toBe(40097)
})

test('a photo is checked later, and no client can send the event with its result', async () => {
  const traces = await cloud.run(async c => {
    const check = async (name: string, bytes: string) => {
      const { fileID } = await c.uploadFile({ cloudPath: name, fileContent: Buffer.from(bytes) })
      const { fileList } = await c.getTempFileURL({ fileList: [fileID] })
      return (
        await c.openapi.security.mediaCheckAsync({
          mediaUrl: fileList[0].tempFileURL,
          mediaType: 2,
          version: 2,
          scene: 2,
          openid: 'me',
        })
      ).traceId
    }
    return [await check('ok.png', 'fine'), await check('bad.png', 'xxRISKY-TESTxx')]
  })
  const verdicts = async () => (await cloud.run((_c, db) => db.collection('verdicts').get())).data as any[]
  for (let i = 0; i < 100 && (await verdicts()).length < 2; i++)
    await new Promise(resolve => setTimeout(resolve, 20))
  const all = await verdicts()
  expect(
    traces.map((trace: string) => all.find(({ event }) => event.trace_id === trace)?.event.result.suggest),
  ).toEqual(['pass', 'risky'])
  expect(all[0].SOURCE).not.toContain('wx_client')
  expect(all[0].event).toMatchObject({ MsgType: 'event', Event: 'wxa_media_check', version: 2 })
})

test('a phone code works once', async () => {
  const get = (code: string) =>
    cloud.attempt((c, _db, _, code) => c.openapi.phonenumber.getPhoneNumber({ code }), code)
  expect((await get('demo-phone-13800138000')).data.phoneInfo.purePhoneNumber).toBe('13800138000')
  expect((await get('demo-phone-13800138000')).error?.errCode).toBe(40029)
  expect((await get('anything')).error?.errCode).toBe(40029)
})
