import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTestCloud } from './support/cloud'

test('what was answered before kill -9 is there afterwards, three times over', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'anlin-'))
  const acknowledged: string[] = []
  for (let round = 0; round < 3; round++) {
    const cloud = await startTestCloud({ dataDir })
    const write = async (writer: number) => {
      for (let i = 0; i < 80; i++) {
        const _id = `${round}-${writer}-${i}`
        const reply = await cloud
          .attempt(
            (_c, db, _, _id) =>
              db.collection('orders').add({ data: { _id, estateId: _id, no: 1, houseId: 'h', key: _id } }),
            _id,
          )
          .catch(() => undefined)
        if (!reply) return
        if (reply.ok) acknowledged.push(_id)
      }
    }
    const writers = [0, 1, 2, 3].map(write)
    const before = acknowledged.length
    while (acknowledged.length < before + 50) await new Promise(resolve => setTimeout(resolve, 5))
    process.kill(cloud.pid, 'SIGKILL')
    await cloud.exited
    await Promise.all(writers)
    await cloud.stop()
  }
  const cloud = await startTestCloud({ dataDir })
  const found = await cloud.run(async (_c, db) =>
    (await db.collection('orders').where({ houseId: 'h' }).limit(1000).get()).data.map((doc: any) => doc._id),
  )
  await cloud.stop()
  rmSync(dataDir, { recursive: true, force: true })
  expect(acknowledged.length).toBeGreaterThanOrEqual(150)
  expect(found).toEqual(expect.arrayContaining(acknowledged))
})
