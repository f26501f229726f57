import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTestCloud, type TestCloud } from './support/cloud'

let cloud: TestCloud
const h5 = mkdtempSync(join(tmpdir(), 'anlin-h5-'))

beforeAll(async () => {
  mkdirSync(join(h5, 'js'))
  writeFileSync(join(h5, 'index.html'), 'the app')
  writeFileSync(join(h5, 'js/app.js'), 'run()')
  cloud = await startTestCloud({ env: { H5_DIR: h5 } })
})
afterAll(async () => {
  await cloud.stop()
  rmSync(h5, { recursive: true })
})

test.each([
  ['/m/', 'the app', 'text/html', 'no-cache'],
  ['/m?as=demo-owner', 'the app', 'text/html', 'no-cache'],
  ['/m/pages/me/index', 'the app', 'text/html', 'no-cache'],
  ['/m/js/app.js', 'run()', 'text/javascript', 'max-age=60'],
])('%s', async (path, text, type, cache) => {
  const response = await fetch(cloud.url + path)
  expect([await response.text(), response.headers.get('cache-control')]).toEqual([text, cache])
  expect(response.headers.get('content-type')).toContain(type)
})
