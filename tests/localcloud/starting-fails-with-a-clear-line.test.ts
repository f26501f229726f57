import { writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTestCloud } from './support/cloud'

test('a port that is taken', async () => {
  const cloud = await startTestCloud()
  await expect(startTestCloud({ env: { PORT: new URL(cloud.url).port } })).rejects.toThrow(
    /ended with 1: Anlin local cloud: port \d+ is in use/,
  )
  await cloud.stop()
  expect(await cloud.exited).toBe(0)
})

test('a data folder that cannot be written', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'anlin-'))
  writeFileSync(join(dir, 'file'), '')
  await expect(startTestCloud({ env: { DATA_DIR: join(dir, 'file', 'data') } })).rejects.toThrow(
    /ended with 1: Anlin local cloud: cannot write to/,
  )
  rmSync(dir, { recursive: true })
})
