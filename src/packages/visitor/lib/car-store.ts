import type { Output } from '@domain/contract'
import type { Code } from '@domain/kernel/failure'
import type { EndedPass, Match } from '@domain/parking/contract'
import { decisiveMatch, matchesOffline } from '@domain/parking/lookup'
import { CallFailed, cloud } from '@/cloud/client'
import { keep, recall } from '@/state/keep'
import { createStore } from '@/state/store'
import { askAtGate } from './ask-at-gate'
import { gateMemory, gateNow } from './gate-store'
import { newRecordId } from './random'

/** An entry or exit recorded without a network; `id` is its request id, so that it counts once. */
export interface CarRecord {
  id: string
  plate: string
  direction: 'in' | 'out'
  gate: string
  at: string
}
interface CarMemory {
  plates: Match[]
  /** When the plates were loaded, by this phone's clock, in ms. */
  at: number
  records: CarRecord[]
}

/**
 * Two storage keys: the plates fill most of what one key can hold, and the records must always have room.
 */
const keys = { plates: 'gate.plates', records: 'gate.cars' }
let remembered: ReturnType<typeof createStore<CarMemory>> | undefined
/** The plates and records on this phone; they survive closing the app. */
export const carMemory = (): ReturnType<typeof createStore<CarMemory>> =>
  (remembered ??= createStore<CarMemory>({
    plates: [],
    at: 0,
    ...recall<Pick<CarMemory, 'plates' | 'at'>>(keys.plates),
    records: recall<CarRecord[]>(keys.records) ?? [],
  }))

function rememberPlates(plates: Match[], at: number): void {
  carMemory().set({ ...carMemory().get(), plates, at })
  keep(keys.plates, { plates, at })
}

function rememberRecords(records: CarRecord[]): void {
  carMemory().set({ ...carMemory().get(), records })
  keep(keys.records, records)
}

const freshMs = 5 * 60_000
/** Pages of a thousand plates. With more, a look-up needs the network, because a phone keeps 1 MB. */
const mostPages = 4

/** Loads the estate's plates, unless they were loaded in the last minutes. */
export async function fetchPlates(): Promise<void> {
  if (Date.now() - carMemory().get().at < freshMs) return
  const plates: Match[] = []
  for (let page = 0, cursor: string | null = ''; cursor !== null && page < mostPages; page++) {
    const answer: Output<'parking', 'plates'> = await cloud.parking.plates(cursor ? { cursor } : {})
    plates.push(...answer.items)
    cursor = answer.next
  }
  rememberPlates(plates, Date.now())
}

/** A record refused with one of these codes would be refused again. */
const forGood: readonly Code[] = ['INVALID_INPUT', 'FORBIDDEN', 'NOT_BOUND']

/**
 * Sends the entries and exits that were recorded without a network, the oldest first. A record is removed
 * from the phone once it has arrived.
 * @throws CallFailed; the remaining records stay on the phone
 */
export async function tellCars(): Promise<void> {
  for (const { id, ...car } of carMemory().get().records) {
    try {
      await cloud.parking.gate(car, { requestId: id })
    } catch (error) {
      if (!(error instanceof CallFailed) || !forGood.includes(error.failure.code)) throw error
    }
    rememberRecords(
      carMemory()
        .get()
        .records.filter(record => record.id !== id),
    )
  }
}

const guestsKnown = (): Match[] =>
  (gateMemory().get().kit?.passes ?? []).flatMap(({ plate, state, terms }): Match[] =>
    plate === null || state !== 'good' || Date.parse(terms.to) < gateNow()
      ? []
      : [
          {
            plate,
            known: 'visitor',
            vehicle: null,
            permit: null,
            until: terms.to,
            house: null,
            area: '',
            inside: false,
          },
        ],
  )

/** Cars that match the typed part of a plate, from the server or, without a network, from this phone. */
export async function findPlates(
  typed: string,
): Promise<{ matches: Match[]; ended: EndedPass | null; offline: boolean }> {
  const found = await askAtGate('parking', 'lookup', { plate: typed })
  return found
    ? { matches: found.matches, ended: found.ended, offline: false }
    : {
        matches: matchesOffline(typed, [...carMemory().get().plates, ...guestsKnown()]),
        ended: null,
        offline: true,
      }
}

/** Records a car's entry or exit; without a network, on the phone, to be sent later. */
export async function passCar(
  plate: string,
  direction: 'in' | 'out',
  gate: string,
): Promise<{ admitted: boolean; offline: boolean }> {
  const requestId = await newRecordId()
  const entry = await askAtGate('parking', 'gate', { plate, direction, gate }, requestId)
  if (entry) return { admitted: entry.admitted, offline: false }
  const { records, plates, at } = carMemory().get()
  rememberRecords([
    ...records,
    { id: requestId, plate, direction, gate, at: new Date(gateNow()).toISOString() },
  ])
  const admitted = direction === 'out' || decisiveMatch(plate, plates).known !== 'blocked'
  if (admitted)
    rememberPlates(
      plates.map(match => (match.plate === plate ? { ...match, inside: direction === 'in' } : match)),
      at,
    )
  return { admitted, offline: true }
}
