import { request } from 'node:http'
import { startTestCloud, type TestCloud } from './support/cloud'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.stop())
afterEach(async () => {
  await cloud.post('/faults', { rate: 0 })
})

const add = (id: string) =>
  cloud.attempt((_c, db, _, id) => db.collection('things').add({ data: { _id: id } }), id)
const exists = async (id: string) =>
  (await cloud.run((_c, db, _, id) => db.collection('things').where({ _id: id }).count(), id)).total === 1

test('an error: nothing was written, and the SDK answers -501001', async () => {
  await cloud.post('/faults', { action: 'database.insertDocument', rate: 1, kind: 'error' })
  expect((await add('e')).error?.errCode).toBe(-501001)
  expect(await exists('e')).toBe(false)
})

test('a timeout after the write: the SDK sees an error, and the write is there', async () => {
  await cloud.post('/faults', { action: 'database.insertDocument', rate: 1, kind: 'timeout-after-write' })
  expect((await add('t')).error?.errCode).toBe(-501001)
  expect(await exists('t')).toBe(true)
})

test('slow: the call works all the same', async () => {
  await cloud.post('/faults', { action: 'sdk.test', rate: 1, kind: 'slow' })
  expect((await add('s')).ok).toBe(true)
})

test('a fault hits the function it names and ends with rate 0', async () => {
  await cloud.post('/faults', { action: 'sdk', rate: 1, kind: 'error' })
  expect((await add('f')).ok).toBe(false)
  await cloud.post('/faults', { action: 'echo', rate: 1, kind: 'error' })
  expect(await cloud.post('/faults', { action: 'sdk', rate: 0 })).toEqual({
    faults: [{ action: 'echo', rate: 1, kind: 'error' }],
  })
  expect(await cloud.post('/faults', { rate: 0 })).toEqual({ faults: [] })
  expect((await add('f')).ok).toBe(true)
})

async function raw(path: string, init: RequestInit): Promise<{ status: number; body: any }> {
  const response = await fetch(cloud.url + path, init)
  return { status: response.status, body: await response.json() }
}

test.each([
  ['no caller', '/call/echo', { body: '{}' }, 'INVALID_INPUT'],
  [
    'a caller with a newline escape',
    '/call/echo',
    { body: '{}', headers: { 'x-wx-openid': 'a b' } },
    'INVALID_INPUT',
  ],
  ['no JSON', '/call/echo', { body: '{', headers: { 'x-wx-openid': 'me' } }, 'INVALID_INPUT'],
  ['a list', '/call/echo', { body: '[]', headers: { 'x-wx-openid': 'me' } }, 'INVALID_INPUT'],
  [
    'a list nested 10,000 deep',
    '/call/echo',
    { body: `{"x":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, headers: { 'x-wx-openid': 'me' } },
    'INVALID_INPUT',
  ],
  ['nothing', '/call/echo', { headers: { 'x-wx-openid': 'me' } }, 'INVALID_INPUT'],
  [
    'more than 6 MB',
    '/call/echo',
    { body: JSON.stringify({ x: 'x'.repeat(6 * 1024 * 1024) }), headers: { 'x-wx-openid': 'me' } },
    'INVALID_INPUT',
  ],
  ['an unknown function', '/call/nothing', { body: '{}', headers: { 'x-wx-openid': 'me' } }, 'FORBIDDEN'],
  ['a path for a function', '/call/..%2Fecho', { body: '{}', headers: { 'x-wx-openid': 'me' } }, 'FORBIDDEN'],
  [
    'an upload of more than 10 MB',
    '/upload',
    { body: 'x'.repeat(10 * 1024 * 1024 + 1), headers: { 'x-wx-openid': 'me' } },
    'INVALID_INPUT',
  ],
  ['an upload by nobody', '/upload', { body: 'x' }, 'INVALID_INPUT'],
])('%s is answered with an envelope', async (_what, path, init, code) => {
  expect((await raw(path, { method: 'POST', ...init })).body).toMatchObject({ ok: false, error: { code } })
})

test.each([
  ['/time', '{}', 'offsetMs'],
  ['/time', 'x', 'offsetMs'],
  ['/time', '{"offsetMs":"1"}', 'offsetMs'],
  ['/time', '{"offsetMs":1e300}', 'offsetMs'],
  ['/faults', '{"rate":2,"kind":"error"}', 'rate'],
  ['/faults', '{"rate":1,"kind":"fire"}', 'kind'],
  ['/faults', '{"rate":1,"kind":"error","action":1}', 'action'],
])('%s with %s names the field', async (path, body, field) => {
  expect(await raw(path, { method: 'POST', body })).toMatchObject({ status: 400, body: { field } })
})

test("the SDK's path answers nonsense in the SDK's way", async () => {
  expect((await raw('/admin', { method: 'POST', body: '{' })).body).toMatchObject({ code: 'INVALID_PARAM' })
  expect(
    (await raw('/admin', { method: 'POST', body: '{"action":"database.dropEverything"}' })).body,
  ).toMatchObject({ code: 'INVALID_PARAM' })
  expect(
    (
      await cloud.attempt((_c, db) =>
        db
          .collection('things')
          .where({ a: { $nonsense: 1 } })
          .get(),
      )
    ).ok,
  ).toBe(false)
})

test('a name that resolves here from outside is refused, and so is another site', async () => {
  expect(await statusOf({ host: 'evil.example' })).toBe(403)
  expect(await statusOf({ origin: 'http://evil.example' })).toBe(403)
  expect(await statusOf({})).toBe(200)
})

function statusOf(headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${cloud.url}/stats/reset`, { method: 'POST', headers }, response => {
      response.resume()
      resolve(response.statusCode)
    })
    outgoing.on('error', reject).end()
  })
}

test('no static path leads out of its folder', async () => {
  const response = await fetch(`${cloud.url}/estate/..%2f..%2fpackage.json`)
  expect(response.status).toBe(404)
  expect((await fetch(cloud.url)).headers.get('content-type')).toMatch(/text\/html/)
})

test('an uploaded file comes back as it was, by the URL only', async () => {
  const { body } = await raw('/upload?name=jpg', {
    method: 'POST',
    body: 'picture',
    headers: { 'x-wx-openid': 'me', 'content-type': 'image/jpeg' },
  })
  expect(body.fileID).toMatch(/^cloud:\/\/local\.anlin-local\/uploads\/\w+\.jpg$/)
  const url = await cloud.run(
    async (c, _db, _, fileID) => (await c.getTempFileURL({ fileList: [fileID] })).fileList[0].tempFileURL,
    body.fileID,
  )
  const back = await fetch(url)
  expect([await back.text(), back.headers.get('content-type')]).toEqual(['picture', 'image/jpeg'])
  expect((await fetch(url.replace(/sign=.*/, 'sign=0'))).status).toBe(404)
})
