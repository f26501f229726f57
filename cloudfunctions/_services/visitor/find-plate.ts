import { maxMatches } from '@domain/parking/lookup'
import { endedPlate, livePlate } from '@domain/visitor/keys'
import type { Pass } from '@domain/visitor/pass'
import { op, type Where } from '../../_kit/store'
import { passes } from './records'

const portion = 100

/** The part of a range of plate keys that lies before a cursor; null: nothing of it. */
function before([from, to]: [string, string], cursor: string | undefined): Where<Pass>['plateKey'] | null {
  const end = cursor === undefined || cursor > to ? to : cursor
  return end <= from ? null : op.gte(from).and(op.lt(end))
}

/** One page: the live passes come first, then the ended ones, newest first. */
function readPage(
  estateId: string,
  ranges: readonly [string, string][],
  cursor: string | undefined,
  limit = portion,
): Promise<Pass[]> {
  const parts = ranges.flatMap(range => before(range, cursor) ?? [])
  if (parts.length === 0) return Promise.resolve([])
  return passes.find(op.or(parts.map(plateKey => ({ estateId, plateKey }))), {
    orderBy: ['plateKey', 'desc'],
    limit,
  })
}

async function readPages(
  estateId: string,
  ranges: readonly [string, string][],
  isEnough: (page: readonly Pass[]) => boolean,
): Promise<Pass[]> {
  const found: Pass[] = []
  for (let cursor: string | undefined; ;) {
    const page = await readPage(estateId, ranges, cursor)
    found.push(...page)
    if (page.length < portion || isEnough(page)) return found
    cursor = page[page.length - 1]?.plateKey ?? undefined
  }
}

/** The passes of a plate that are live or have their guest inside, and all that ended since an instant. */
export const findPlate = (estateId: string, plate: string, endedSince: string): Promise<Pass[]> =>
  readPages(estateId, [livePlate(plate), endedPlate(plate, endedSince)], () => false)

/** The same, but of those that ended only some, among them the newest. */
export const findNewestPlate = (estateId: string, plate: string, endedSince: string): Promise<Pass[]> =>
  readPages(estateId, [livePlate(plate), endedPlate(plate, endedSince)], page =>
    page.some(({ plateKey }) => (plateKey ?? '') < livePlate(plate)[0]),
  )

/** The passes of a plate that are live or have their guest inside: one request for each hundred. */
export const findLivePlate = (estateId: string, plate: string): Promise<Pass[]> =>
  readPages(estateId, [livePlate(plate)], () => false)

/** The pass of a plate that ended last, unless that was before an instant. */
export async function findLastEnded(estateId: string, plate: string, since: string): Promise<Pass | null> {
  return (await readPage(estateId, [endedPlate(plate, since)], undefined, 1))[0] ?? null
}

/** The live passes whose plates, or serials, begin with the typed text, of as many plates as are shown. */
export async function findGuestCars(
  estateId: string,
  typed: string,
  field: 'plateKey' | 'plateSerial',
): Promise<Pass[]> {
  const found: Pass[] = []
  const end = op.lt(`${typed}\uffff`)
  for (let from = op.gte(typed); ;) {
    const page = await passes.find(
      { estateId, [field]: from.and(end) },
      { orderBy: [field, 'asc'], limit: portion, leaveOut: ['outbox', 'marks'] },
    )
    found.push(...page)
    const last = page[page.length - 1]?.[field] ?? ''
    if (page.length < portion || new Set(found.map(({ plate }) => plate)).size > maxMatches) return found
    from = op.gt(last)
  }
}
