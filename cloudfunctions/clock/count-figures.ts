import { addUp, cellsOf, dayAfter, workersOf, type Counted, type Tally } from '@domain/desk/figures'
import { estateDay, estateInstant } from '@domain/kernel/estate-time'
import { readEstate } from '../_kit/estate'
import { op } from '../_kit/store'
import type { TimerTask } from '../_kit/timer-task'
import { figureMarks, tallies } from '../_services/desk/records'
import type { CountedRecord, CountedRecords } from '../_services/manifest'
import { counted } from '../_services/registry'

/** Records of one query at most: the cloud returns no more than 1,000. */
const portion = 1000
/** Pages of changes that one run reads; the next run continues. */
const mostPages = 10
/** A write lands at most this long after the instant in its key: a function ends within its minute. */
const overlapMs = 2 * 60_000

const sources = Object.values(counted).flat()

/**
 * Recounts every day of which a record has changed from its raw records, and its month from its days. A
 * recount does not depend on earlier counts: nothing drifts, and the next run repairs an interrupted one.
 */
export const countFigures: TimerTask = async now => {
  const changes = await Promise.all(sources.map(({ records }) => readChangedDays(records, now)))
  const days = new Set(changes.flatMap(({ days: found }) => [...found]))
  for (const day of days) await recount(day, now)
  for (const month of new Set([...days].map(day => day.slice(0, -3)))) await sumMonth(month, now)
  // Saved last: after an interruption the next run reads the same changes again.
  const lookedAt = now.toISOString()
  for (const { mark, until } of changes)
    if (until !== undefined && !(await figureMarks.add({ _id: mark, until, lookedAt })))
      await figureMarks.change({ _id: mark }, { until, lookedAt })
  return { daysCounted: days.size }
}

/**
 * Reads the `estate|2026-11-24` of every record that has changed since the mark; `until` undefined: none has.
 */
async function readChangedDays(
  records: CountedRecords['records'],
  now: Date,
): Promise<{ mark: string; until: string | undefined; days: Set<string> }> {
  const mark = records.name
  const known = await figureMarks.byId(mark)
  const landed = (at: string | Date): string => new Date(new Date(at).getTime() - overlapMs).toISOString()
  // Starts at the last change that was read, or earlier where writes may have landed behind it since. The
  // minimum with `now` follows a clock that was set back.
  let after = known === null ? '' : ([known.until, landed(known.lookedAt), landed(now)].sort()[0] ?? '')
  const days = new Set<string>()
  let until: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const found = await records.find(
      { changedKey: op.gt(after) },
      {
        orderBy: ['changedKey', 'asc'],
        limit: portion,
        only: ['estateId', 'createdAt', 'changedKey'],
      },
    )
    for (const { estateId, createdAt } of found)
      days.add(`${estateId}|${estateDay(new Date(createdAt), (await readEstate(estateId)).zone)}`)
    until = found[found.length - 1]?.changedKey ?? until
    if (found.length < portion) break
    after = until ?? ''
  }
  return { mark, until, days }
}

async function recount(name: string, now: Date): Promise<void> {
  const [estateId = '', day = ''] = name.split('|')
  const { zone } = await readEstate(estateId)
  const from = estateInstant(day, '00:00', zone).toISOString()
  const to = estateInstant(dayAfter(day), '00:00', zone).toISOString()
  const found = await Promise.all(
    sources.map(async source =>
      (await readAll(source.records, estateId, { from, to })).map(record => source.count(record)),
    ),
  )
  const ofDay: Counted[] = found.flat()
  await saveTally({
    _id: `${estateId}:${day}`,
    estateId,
    key: day,
    cells: cellsOf(ofDay),
    people: workersOf(ofDay),
    countedAt: now.toISOString(),
  })
}

async function sumMonth(name: string, now: Date): Promise<void> {
  const [estateId = '', month = ''] = name.split('|')
  const days = await tallies.find(
    { estateId, key: op.gte(`${month}-01`).and(op.lte(`${month}-31`)) },
    { limit: 31 },
  )
  const people = new Map(days.flatMap(day => day.people.map(person => [person.id, person] as const)))
  await saveTally({
    _id: `${estateId}:${month}`,
    estateId,
    key: month,
    cells: addUp(days.flatMap(day => day.cells)),
    people: [...people.values()],
    countedAt: now.toISOString(),
  })
}

async function saveTally(tally: Tally): Promise<void> {
  if (!(await tallies.add(tally)))
    await tallies.change(
      { _id: tally._id },
      { cells: tally.cells, people: tally.people, countedAt: tally.countedAt },
    )
}

async function readAll(
  records: CountedRecords['records'],
  estateId: string,
  { from, to }: { from: string; to: string },
): Promise<CountedRecord[]> {
  const found: CountedRecord[] = []
  for (let before = to; ;) {
    const page = await records.find(
      { estateId, key: op.gte(from).and(op.lt(before)) },
      {
        orderBy: ['key', 'desc'],
        limit: portion,
        leaveOut: ['outbox', 'marks'],
      },
    )
    found.push(...page)
    if (page.length < portion) return found
    before = page[page.length - 1]?.key ?? from
  }
}
