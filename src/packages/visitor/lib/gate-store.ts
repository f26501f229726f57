import type { GateKit, GateRecord, Reason } from '@domain/visitor/contract'
import type { OwnAdmission } from '@domain/visitor/offline'
import { adapter, cloud } from '@/cloud/client'
import { keep, recall } from '@/state/keep'
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

/** Read at first use, when the user is known. */
export const gateMemory = (): ReturnType<typeof createStore<GateMemory>> =>
  (remembered ??= createStore<GateMemory>({ ...empty, ...recall<GateMemory>(key) }))

export function remember(change: Partial<GateMemory>): void {
  const next = { ...gateMemory().get(), ...change }
  gateMemory().set(next)
  keep(key, next)
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

/**
 * Loads a new kit, unless the last one is less than a minute old. Admissions on this phone count until a kit
 * includes them.
 */
export async function fetchKit(): Promise<void> {
  const { kit: have, kitAt, records } = gateMemory().get()
  if (have && Date.now() - kitAt < kitFreshMs) return
  const kit = await cloud.visitor.gateKit({})
  remember({
    kit,
    kitAt: Date.now(),
    ahead: Date.parse(kit.now) - Date.now(),
    ...(records.length ? {} : { own: [] }),
  })
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
