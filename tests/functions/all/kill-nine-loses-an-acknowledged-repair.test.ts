import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildTestFunctions } from '../../support/local-process'
import {
  aTap,
  newRequestId,
  seedPeople,
  startEstate,
  sweep,
  wholeInbox,
  type Estate,
} from '../support/estate'
import { liftLimits } from '../support/limits'

jest.setTimeout(180_000)
const dataDir = mkdtempSync(join(tmpdir(), 'anlin-'))
const functionsDir = mkdtempSync(join(tmpdir(), 'anlin-functions-'))
beforeAll(() => buildTestFunctions('cloudfunctions', functionsDir))
afterAll(() => {
  for (const dir of [dataDir, functionsDir]) rmSync(dir, { recursive: true, force: true })
})

const file = (estate: Estate, requestId: string) =>
  estate.with({ requestId }).as('demo-owner', 'repair', 'create', { ...aTap, description: requestId })

/** Files repairs, eight at a time, until the process is killed. Returns the answered and the unanswered. */
async function fileUntilKilled(
  estate: Estate,
  enough: number,
): Promise<{ answered: Map<string, string>; cutOff: string[] }> {
  const answered = new Map<string, string>()
  const cutOff: string[] = []
  const phone = async (): Promise<void> => {
    for (;;) {
      const requestId = newRequestId()
      const reply = await file(estate, requestId).catch(() => undefined)
      if (reply?.ok) answered.set(requestId, reply.data.id)
      else cutOff.push(requestId)
      if (!reply) return
      if (answered.size === enough) process.kill(estate.pid, 'SIGKILL')
    }
  }
  await Promise.all(Array.from({ length: 8 }, phone))
  await estate.exited
  return { answered, cutOff }
}

async function mine(estate: Estate): Promise<{ id: string; description: string }[]> {
  const all = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { items: { id: string; description: string }[]; next: string | null } = await estate.ok(
      'demo-owner',
      'repair',
      'list',
      { scope: 'mine', limit: 50, ...(cursor ? { cursor } : {}) },
    )
    all.push(...page.items)
    cursor = page.next
  }
  return all
}

test('what was answered before kill -9 is there afterwards once, and the butler is notified of it once', async () => {
  const filed = new Map<string, string>()
  for (let round = 0; round < 3; round++) {
    const estate = await startEstate({ dataDir, functionsDir })
    if (round === 0) {
      seedPeople(estate.url)
      await liftLimits(estate.ok)
    }
    const { answered, cutOff } = await fileUntilKilled(estate, 40)
    const after = await startEstate({ dataDir, functionsDir })
    // The phone repeats the requests without an answer: each is one order now, whether it was written or not.
    for (const requestId of cutOff) {
      const again = await file(after, requestId)
      if (again.ok) answered.set(requestId, again.data.id)
    }
    for (const [requestId, id] of answered) filed.set(requestId, id)
    await sweep(after, filed.size)
    const found = await mine(after)
    const notified = (await wholeInbox(after, 'demo-butler')).map(message =>
      new URLSearchParams(message.link?.split('?')[1]).get('id'),
    )
    await after.stop()
    expect(found.map(({ id, description }) => [description, id]).sort()).toEqual([...filed].sort())
    expect(notified.sort()).toEqual([...filed.values()].sort())
  }
})
