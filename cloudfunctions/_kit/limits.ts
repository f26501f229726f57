import { createHash } from 'node:crypto'
import { forbidden } from '@domain/kernel/failure'
import {
  mostFor,
  runningSpan,
  secondsLeft,
  tooMany,
  type Book,
  type LimitName,
  type TimedLimit,
} from '@domain/kernel/limits'
import type { Caller } from '@domain/kernel/people'
import type { Mark } from '@domain/notice/outbox'
import type { SetEstate } from './estate'
import { overtaken, retryOvertaken } from './race'
import { anonymousBooks, heldBack, persons, type Person } from './records'
import { op } from './store'

/** The call that uses something. */
interface Using {
  caller: Caller
  person: Person | null
  now: Date
  request: Mark
}

/** What a call uses, and what is known about it. */
interface Use {
  amounts: { [L in TimedLimit]?: number }
  /** The record that an earlier call with this request made: its repetition is not refused. */
  findMade?: () => Promise<unknown>
  /** The house that it is about: the desk finds a refusal under it. */
  house?: { id: string; code: string } | undefined
  /**
   * A pseudonym for the author of an anonymous record: its uses are counted apart, because the times in a
   * common book would link it to the person.
   */
  pseudonym?: string
}

/** The caller's house, as a refusal names it to the desk. */
export function houseOf({ houses }: Caller, houseId: string | undefined): Use['house'] {
  const house = houses.find(each => each.houseId === houseId)
  return house && { id: house.houseId, code: house.code }
}

/** Requests that a book remembers; a phone repeats one within minutes. */
const keysKept = 50

/**
 * Counts a use by one conditional write, which concurrent calls cannot get around; a repeated request is
 * counted once and never refused. The book of a person is on their own record, so this costs one database
 * request.
 * @throws Refusal TOO_MANY with the seconds until the span ends; the desk sees what was held back
 */
export async function countUse(call: Using, estate: SetEstate, use: Use): Promise<void> {
  const amounts = Object.entries(use.amounts).filter(([, amount]) => amount > 0) as [TimedLimit, number][]
  if (amounts.length === 0) return
  const shelf =
    use.pseudonym === undefined ? personalShelf(call, estate) : anonymousShelf(use.pseudonym, call)
  const { now, caller, request } = call
  await retryOvertaken(await shelf.first(), shelf.read, async book => {
    if (book.keys?.includes(request.key)) return true
    for (const [name, amount] of amounts) {
      const most = mostFor(caller, estate.settings.limits, name)
      const span = runningSpan(book, name, now)
      if ((span?.count ?? 0) + amount <= most) continue
      if ((await use.findMade?.()) != null) return true
      await noteHeldBack(call, estate, name, use)
      throw tooMany(name, most, secondsLeft(span, name, now))
    }
    return (await shelf.write(conditionsFor(book, amounts, call, estate))) || overtaken
  })
}

interface Written {
  where: Record<string, unknown>
  patch: Record<string, unknown>
}

/** The write of a use, under the condition that the book still stands as it was decided on. */
function conditionsFor(
  book: Book,
  amounts: readonly [TimedLimit, number][],
  { caller, now, request }: Using,
  { settings }: SetEstate,
): Written {
  const where: Written['where'] = { keys: op.neq(request.key) }
  const patch: Written['patch'] = { keys: op.push({ each: [request.key], slice: -keysKept }) }
  for (const [name, amount] of amounts) {
    const span = runningSpan(book, name, now)
    // A missing field equals null, as in MongoDB.
    where[`${name}.from`] = span?.from ?? book[name]?.from ?? null
    if (span === null) patch[name] = { from: now.toISOString(), count: amount }
    else {
      where[`${name}.count`] = op.lte(mostFor(caller, settings.limits, name) - amount)
      patch[`${name}.count`] = op.inc(amount)
    }
  }
  return { where, patch }
}

/** Where a book is kept; `first` is what is known without a request, where something is. */
interface Shelf {
  first: () => Promise<Book> | Book
  read: () => Promise<Book>
  write: (written: Written) => Promise<boolean>
}

function personalShelf({ caller, person }: Using, { _id: estateId }: SetEstate): Shelf {
  const under = (fields: Record<string, unknown>): Record<`${string}.${string}`, unknown> =>
    Object.fromEntries(Object.entries(fields).map(([field, value]) => [`uses.${estateId}.${field}`, value]))
  return {
    first: () => person?.uses?.[estateId] ?? {},
    async read() {
      const found = await persons.byId(caller.openid)
      if (found === null) throw forbidden()
      return found.uses?.[estateId] ?? {}
    },
    write: ({ where, patch }) => persons.change({ _id: caller.openid, ...under(where) }, under(patch)),
  }
}

function anonymousShelf(pseudonym: string, { now }: Using): Shelf {
  const at = now.toISOString()
  const read = async (): Promise<Book> => {
    const found = await anonymousBooks.byId(pseudonym)
    if (found !== null) return found
    const empty = { _id: pseudonym, at, keys: [] }
    await anonymousBooks.add(empty)
    return empty
  }
  return {
    first: read,
    read,
    write: ({ where, patch }) => anonymousBooks.change({ _id: pseudonym, ...where }, { ...patch, at }),
  }
}

/**
 * Notes for the desk that something was held back: what, how often on this day and, unless it was a
 * complaint, from which house. Never who, or what it said.
 */
export async function noteHeldBack(
  { caller, now }: Pick<Using, 'caller' | 'now'>,
  { _id: estateId }: Pick<SetEstate, '_id'>,
  what: LimitName,
  { house, pseudonym }: Pick<Use, 'house' | 'pseudonym'> = {},
): Promise<void> {
  const at = now.toISOString()
  const _id = createHash('sha256')
    .update([estateId, pseudonym ?? caller.openid, what, at.slice(0, 10)].join('|'))
    .digest('hex')
    .slice(0, 32)
  if (await heldBack.change({ _id }, { at, count: op.inc(1) })) return
  const shown = what === 'complaintsPerHour' || pseudonym !== undefined ? undefined : house
  const noted = { _id, estateId, at, what, count: 1, houseId: shown?.id ?? null, house: shown?.code ?? '' }
  if (!(await heldBack.add(noted))) await heldBack.change({ _id }, { at, count: op.inc(1) })
}
