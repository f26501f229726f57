import type { Match } from '@domain/parking/contract'
import { gravest, matchesOffline } from '@domain/parking/lookup'
import { adapter, CallFailed, cloud } from '@/cloud/client'
import { keep, recall } from '@/cloud/keep'
import { createStore } from '@/cloud/store'
import { currentLang } from '@/i18n/lang'
import type { Reply } from '@domain/kernel/failure'
import type { Output } from '@domain/contract'
import { gateMemory, gateNow, online } from './gate-store'
import { newRecordId } from './random'

/** A car that came or went while there was no network; `id` is the request's own, so that it counts once. */
export interface CarRecord { id: string; plate: string; direction: 'in' | 'out'; gate: string; at: string }
interface CarMemory { plates: Match[]; at: number; records: CarRecord[] }

const key = 'gate.cars'
let remembered: ReturnType<typeof createStore<CarMemory>> | undefined
/** What this phone knows of plates; survives closing the app. */
export const carMemory = (): ReturnType<typeof createStore<CarMemory>> =>
  (remembered ??= createStore<CarMemory>({ plates: [], at: 0, records: [], ...recall<CarMemory>(key) }))

function remember(change: Partial<CarMemory>): void {
  const next = { ...carMemory().get(), ...change }
  carMemory().set(next)
  keep(key, next)
}

const freshMs = 5 * 60_000
/** Pages of a thousand: more plates than these are looked up with a network alone, because a phone keeps 1 MB. */
const mostPages = 4

/** The plates of the estate, unless they came in the last minutes. */
export async function fetchPlates(): Promise<void> {
  if (Date.now() - carMemory().get().at < freshMs) return
  const plates: Match[] = []
  for (let page = 0, cursor: string | null = ''; cursor !== null && page < mostPages; page++) {
    const answer: Output<'parking', 'plates'> = await cloud.parking.plates(cursor ? { cursor } : {})
    plates.push(...answer.items)
    cursor = answer.next
  }
  remember({ plates, at: Date.now() })
}

/** Tells of the cars that came and went without a network; what arrives is taken off the phone. */
export async function tellCars(): Promise<void> {
  for (const { id, ...car } of carMemory().get().records) {
    try {
      await cloud.parking.gate(car, { requestId: id })
    } catch (error) {
      // Refused for good: it stays nowhere else, and asking again would be refused again.
      if (!(error instanceof CallFailed) || error.failure.code === 'UNAVAILABLE') throw error
    }
    remember({ records: carMemory().get().records.filter(record => record.id !== id) })
  }
}

const visitorsKnown = (): Match[] => (gateMemory().get().kit?.passes ?? []).flatMap(({ plate, state, terms }): Match[] =>
  (plate === null || state !== 'good' ? [] : [{ plate, known: 'visitor', vehicle: null, permit: null, until: terms.to, house: null, area: '', inside: false }]))

/** What fits the typed piece: asked of the estate, and where it cannot be reached, of this phone. */
export async function findPlates(typed: string): Promise<{ matches: Match[]; offline: boolean }> {
  if (await online()) {
    const reply = await adapter.call('parking', { action: 'lookup', input: { plate: typed }, lang: currentLang() }).catch(() => null) as Reply<Output<'parking', 'lookup'>> | null
    if (reply?.ok) return { matches: reply.data.matches, offline: false }
    if (reply && reply.error.code !== 'UNAVAILABLE') throw new CallFailed(reply.error)
  }
  return { matches: matchesOffline(typed, [...carMemory().get().plates, ...visitorsKnown()]), offline: true }
}

/** Notes that a car comes or goes; without a network on the phone, to be told later. */
export async function passCar(plate: string, direction: 'in' | 'out', gate: string): Promise<{ admitted: boolean; offline: boolean }> {
  const requestId = await newRecordId()
  if (await online()) {
    const reply = await adapter.call('parking', { action: 'gate', input: { plate, direction, gate }, requestId, lang: currentLang() }).catch(() => null) as Reply<Output<'parking', 'gate'>> | null
    if (reply?.ok) return { admitted: reply.data.admitted, offline: false }
    if (reply && reply.error.code !== 'UNAVAILABLE') throw new CallFailed(reply.error)
  }
  const { records, plates } = carMemory().get()
  remember({ records: [...records, { id: requestId, plate, direction, gate, at: new Date(gateNow()).toISOString() }] })
  return { admitted: direction === 'out' || gravest(plate, plates).known !== 'blocked', offline: true }
}
