import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { startLocalProcess, type LocalProcess } from '../tests/support/local-process'
import { make, type Call } from './client'
import { median, quantile, round } from './figures'
import { fill } from './orders'

/** The cost of the figures of a year: the first count, an update after a change, and queries. */
export interface Year {
  records: number
  /** Timer rounds until an uncounted year is complete. */
  rounds: number
  firstCountSeconds: number
  longestRoundSeconds: number
  /** The timer round after one record has changed, with all timer tasks. */
  recountMs: number
  answers: Answer[]
}
export interface Answer {
  call: string
  requests: number
  examined: number
  scans: number
  p50: number
  p95: number
}

interface Stat {
  requests: { max: number }
  examined: { max: number }
  scans: number
}
const yearMs = 365 * 86_400_000
const mostRounds = 1_000

/**
 * Fills a year with `records` repairs, lets the timer count them, and makes the calls of the manager's phone.
 */
export async function measureYear(
  dir: string,
  functionsDir: string,
  records: number,
  turns: number,
): Promise<Year> {
  const dataDir = mkdtempSync(join(dir, 'year-'))
  fill(dataDir, records, { span: yearMs, cars: 0 })
  const local = await startLocalProcess({ functionsDir, dataDir, env: { QUIET: '1' } })
  try {
    const counted = await countAll(local)
    const to = new Date(Date.now() + 86_400_000).toISOString()
    const from = new Date(Date.now() - yearMs + 86_400_000).toISOString()
    const ask = (as: string, action: string, input: object): Call => ({ as, fn: 'desk', action, input })
    const calls: [string, Call][] = [
      ['figures (manager)', ask('demo-manager', 'figures', { from, to })],
      ['figures (committee)', ask('demo-committee', 'figures', { from, to })],
      ['list behind', ask('demo-manager', 'figureList', { figure: 'satisfied', from, to })],
      ['appraisal', ask('demo-manager', 'appraisal', { month: new Date().toISOString().slice(0, 7) })],
      ['workbench (butler)', ask('demo-butler', 'todo', {})],
    ]
    const answers: Answer[] = []
    for (const [call, each] of calls) {
      // The first call of a minute also reads the estate: it is included.
      await local.post('/stats/reset')
      const times: number[] = []
      for (let turn = 0; turn < turns; turn++) times.push((await make(local.url, each)).ms)
      const stat = (await local.get<Record<string, Stat>>('/stats'))[`desk.${each.action}`]
      answers.push({
        call,
        requests: stat?.requests.max ?? NaN,
        examined: stat?.examined.max ?? NaN,
        scans: stat?.scans ?? NaN,
        p50: round(median(times)),
        p95: round(quantile(times, 0.95)),
      })
    }
    await make(local.url, {
      as: 'demo-owner',
      fn: 'repair',
      action: 'create',
      input: {
        place: 'house',
        houseId: 'tianma-1',
        category: 'water',
        urgency: 'normal',
        description: '水龙头漏水',
      },
    })
    const began = performance.now()
    await local.post('/tick')
    return { records, ...counted, recountMs: round(performance.now() - began), answers }
  } finally {
    await local.stop()
  }
}

/** Runs the timer until there is nothing left to count. */
async function countAll(
  local: LocalProcess,
): Promise<Pick<Year, 'rounds' | 'firstCountSeconds' | 'longestRoundSeconds'>> {
  const took: number[] = []
  for (let before = ''; took.length < mostRounds;) {
    const began = performance.now()
    await local.post('/tick')
    took.push((performance.now() - began) / 1000)
    const marks = JSON.stringify(await readMarks(local))
    if (marks === before) break
    before = marks
  }
  return {
    rounds: took.length,
    firstCountSeconds: round(
      took.reduce((sum, each) => sum + each, 0),
      1,
    ),
    longestRoundSeconds: round(Math.max(...took), 1),
  }
}

/** How far the timer has read. Only `until`: the time of the last check changes with every round. */
async function readMarks(local: LocalProcess): Promise<string[]> {
  const reply = await local.post<{ list?: string[]; data?: { list?: string[] } }>('/admin', {
    action: 'database.getDocument',
    collectionName: 'figure_marks',
    queryType: 'WHERE',
    query: '{}',
    limit: 10,
  })
  return (reply.list ?? reply.data?.list ?? []).map(text => (JSON.parse(text) as { until: string }).until)
}
