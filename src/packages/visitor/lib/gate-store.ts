import type { GateKit as KitPage, GateRecord, Reason } from '@domain/visitor/contract'
import { kitPortion } from '@domain/visitor/kinds'
import type { GateKit, OwnAdmission } from '@domain/visitor/offline'
import { adapter, cloud } from '@/cloud/client'
import { forget, keep, recall } from '@/state/keep'
import { createStore } from '@/state/store'

/** The data on a guard's phone for checks without a network. It survives closing the app. */
export interface GateMemory {
  kit: GateKit | null
  /** When the kit was loaded, by this phone's clock, and how far the estate's clock is ahead of it; ms. */
  kitAt: number
  ahead: number
  /** Not sent yet. */
  records: GateRecord[]
  /** Admitted here since the kit came. */
  own: OwnAdmission[]
  /** Conflicts that the server found while syncing. */
  conflicts: { id: string; reason: Reason | null }[]
}

const key = 'gate'
const empty: GateMemory = { kit: null, kitAt: 0, ahead: 0, records: [], own: [], conflicts: [] }
let remembered: ReturnType<typeof createStore<GateMemory>> | undefined

/**
 * The passes of the kit fill a key of the phone's storage for each thousand, because one key holds 1 MB; the
 * records, which must always find room, have theirs.
 */
const passesKey = (part: number): string => `gate.passes.${String(part)}`
/** Ten thousand passes are some 4 of the 10 MB that a phone keeps. */
const mostParts = 10

/** What is kept under `gate`: the kit without its passes, and in how many parts these are kept. */
type Kept = Omit<GateMemory, 'kit'> & { kit: (Omit<GateKit, 'passes'> & { parts?: number }) | null }

function recallMemory(): GateMemory {
  const kept = recall<Kept>(key)
  if (!kept?.kit) return { ...empty, ...kept, kit: null }
  const { parts = 0, ...kit } = kept.kit
  const found = Array.from({ length: parts }, (_, part) => recallPart(part, kit.now))
  return {
    ...empty,
    ...kept,
    // A part that found no room, or that is of another kit, is missing: what it held is not known.
    kit: {
      ...kit,
      passes: found.flatMap(part => part ?? []),
      isComplete: kit.isComplete && !found.includes(undefined),
    },
  }
}

function recallPart(part: number, of: string): GateKit['passes'] | undefined {
  const kept = recall<{ of: string; passes: GateKit['passes'] }>(passesKey(part))
  return kept?.of === of ? kept.passes : undefined
}

/** Read at first use, when the user is known. */
export const gateMemory = (): ReturnType<typeof createStore<GateMemory>> =>
  (remembered ??= createStore<GateMemory>(recallMemory()))

export function remember(change: Partial<GateMemory>): void {
  const next = { ...gateMemory().get(), ...change }
  gateMemory().set(next)
  if (change.kit) keepPasses(change.kit)
  keep(key, { ...next, kit: next.kit && withoutPasses(next.kit) } satisfies Kept)
}

function withoutPasses({ passes, ...kit }: GateKit): NonNullable<Kept['kit']> {
  return { ...kit, parts: Math.ceil(passes.length / kitPortion) }
}

function keepPasses({ now, passes }: GateKit): void {
  for (let part = 0; part < mostParts; part++) {
    const own = passes.slice(part * kitPortion, (part + 1) * kitPortion)
    forget(passesKey(part))
    if (own.length) keep(passesKey(part), { of: now, passes: own })
  }
}

/** The estate's time as estimated by this phone; ms since 1970. */
export const gateNow = (): number => Date.now() + gateMemory().get().ahead

/** The gate of this shift, by its name in the log; empty: none chosen. */
export function chosenGate(): string {
  const id = recall<string>('gate.chosen') ?? ''
  return (
    gateMemory()
      .get()
      .kit?.gates.find(gate => gate.id === id)?.name['zh-CN'] ?? id
  )
}
export const chooseGate = (id: string): void => keep('gate.chosen', id)

export const online = (): Promise<boolean> => adapter.online()

const kitFreshMs = 60_000
/** A minute for each page of the kit. */
const freshFor = ({ passes }: GateKit): number =>
  Math.max(1, Math.ceil(passes.length / kitPortion)) * kitFreshMs

/**
 * Loads a new kit, unless the last one is less than a minute old; a large one is loaded less often.
 * Admissions on this phone count until a kit includes them.
 */
export async function fetchKit(): Promise<void> {
  const { kit: have, kitAt, records } = gateMemory().get()
  if (have && Date.now() - kitAt < freshFor(have)) return
  const kit = await fetchPages()
  remember({
    kit,
    kitAt: Date.now(),
    ahead: Date.parse(kit.now) - Date.now(),
    ...(records.length ? {} : { own: [] }),
  })
}

/** All pages of the kit, or as many as a phone keeps. Until the last one comes, the kit before it counts. */
async function fetchPages(): Promise<GateKit> {
  const { next, ...first }: KitPage = await cloud.visitor.gateKit({})
  const passes = [...first.passes]
  let cursor = next
  for (let part = 1; cursor !== null && part < mostParts; part++) {
    const page: KitPage = await cloud.visitor.gateKit({ cursor })
    passes.push(...page.passes)
    cursor = page.next
  }
  return { ...first, passes, isComplete: cursor === null }
}

/** The most records in one call. */
const portion = 50
let syncing: Promise<void> | undefined

/** Sends what was recorded without a network. Only what has arrived is removed from the phone. */
export function sync(): Promise<void> {
  syncing ??= sendRecords().finally(() => {
    syncing = undefined
  })
  return syncing
}

async function sendRecords(): Promise<void> {
  for (let waiting = gateMemory().get().records; waiting.length > 0; waiting = gateMemory().get().records) {
    const { items } = await cloud.visitor.sync({ records: waiting.slice(0, portion) })
    const sent = new Set(items.map(({ id }) => id))
    if (sent.size === 0) return
    const now = gateMemory().get()
    const found = items
      .filter(({ result }) => result === 'conflict')
      .map(({ id, reason }) => ({ id, reason }))
    remember({
      records: now.records.filter(({ id }) => !sent.has(id)),
      conflicts: [...found, ...now.conflicts].slice(0, portion),
    })
  }
}
