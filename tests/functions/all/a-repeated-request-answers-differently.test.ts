import type { Reply } from '@domain/kernel/failure'
import { everyAction, isForMachines } from '../../support/every-action'
import { newRequestId, startEstate, type Estate } from '../support/estate'
import { callsOf, readMeasured, type Calls } from '../support/measured-calls'

jest.setTimeout(300_000)

/** Answers that differ by nature, and why. */
const differs: Record<string, string> = {
  'visitor.open': 'has the estate’s time of each answer, by which the guest’s phone sets its clock',
}

const writes = everyAction.filter(({ name, spec }) => spec.kind === 'write' && !isForMachines(name))
const isWrite = (name: string): boolean => writes.some(each => each.name === name)

/** What a repetition answered, by action; empty: the same as the first time, each time. */
type Differences = Record<string, { first: unknown; again: unknown }[]>

type Send = (name: string, call: () => Promise<Reply<unknown>>) => Promise<unknown>

/** The measured calls, with each write sent by `send`, which returns what it was answered at last. */
function callsWith(estate: Estate, send: Send): Calls {
  const plain = callsOf(estate)
  const ok = (async (who, fn, action, input) => {
    const name = `${fn}.${action}`
    // A fault after a write loses the wake-up of the courier too: the timer delivers its messages.
    if (name === 'notice.inbox') await estate.post('/tick')
    if (!isWrite(name)) return plain.ok(who, fn, action, input)
    const { as } = estate.with({ requestId: newRequestId() })
    return send(name, () => as(who, fn, action, input))
  }) as Calls['ok']
  return { ...plain, ok, again: ok }
}

const dataOf = (name: string, reply: Reply<unknown>): unknown => {
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
  return reply.data
}

async function runMeasured(send: (estate: Estate) => Send): Promise<Set<string>> {
  const estate = await startEstate()
  const sent = new Set<string>()
  try {
    const sendOne = send(estate)
    const calls = callsWith(estate, (name, call) => {
      sent.add(name)
      return sendOne(name, call)
    })
    for (const [, measured] of readMeasured()) await measured(calls)
  } finally {
    await estate.stop()
  }
  return sent
}

const found: Record<'sentAgain' | 'afterAFault', Differences> = { sentAgain: {}, afterAFault: {} }
let called: Set<string>

/** Pictures are seen when WeChat's check of them ends, in the background, which may be between two calls. */
const seenLater = ['cover', 'photos', 'pictures']
const textOf = (answer: unknown): string =>
  JSON.stringify(answer, (key, value: unknown) => (seenLater.includes(key) ? undefined : value))

function compare(differences: Differences, name: string, first: unknown, reply: Reply<unknown>): void {
  const again = reply.ok ? reply.data : reply.error
  if (textOf(first) !== textOf(again)) (differences[name] ??= []).push({ first, again })
}

beforeAll(async () => {
  called = await runMeasured(() => async (name, call) => {
    const first = dataOf(name, await call())
    compare(found.sentAgain, name, first, await call())
    return first
  })
}, 300_000)

beforeAll(async () => {
  await runMeasured(estate => async (name, call) => {
    for (const action of ['database.insertDocument', 'database.modifyDocument'])
      await estate.post('/faults', { action, rate: 1, kind: 'timeout-after-write' })
    await call()
    await estate.post('/faults', { rate: 0 })
    const first = dataOf(name, await call())
    compare(found.afterAFault, name, first, await call())
    return first
  })
}, 300_000)

describe.each(writes)('$name', ({ name }) => {
  test('sent again, answers as the first time', () => {
    if (!called.has(name)) throw new Error(`${name} is not called in its measured.ts`)
    if (!(name in differs)) expect(found.sentAgain[name] ?? []).toEqual([])
  })
  test('sent again after the answer of the database was lost, answers and stays with its answer', () => {
    if (!(name in differs)) expect(found.afterAFault[name] ?? []).toEqual([])
  })
})
