import { partialPlate, plateProvinces, tidyPlate } from '../kernel/plate'
import type { KnownAs, Match } from './contract'

/** What the desk can mean by what it types: a piece of a plate, or the code of a house, which may have a dash. */
export function parseQuery(query: string): { piece: string | null; house: string } {
  const piece = tidyPlate(query)
  const isPiece = partialPlate.test(piece) && (typedField(piece) === 'plate' || !query.includes('-'))
  return { piece: isPiece ? piece : null, house: query }
}

/** By what a typed piece is looked for: the whole plate when it begins with a province, else the serial behind the city's letter. */
export const typedField = (typed: string): 'plate' | 'serial' =>
  plateProvinces.includes(typed[0] ?? '') || typed.startsWith('使') ? 'plate' : 'serial'

/** The gravest first: a block counts more than a permit, a permit more than a pass. */
const order: readonly KnownAs[] = ['blocked', 'permit', 'visitor', 'expired', 'unknown']
const byGravity = (a: Match, b: Match): number =>
  order.indexOf(a.known) - order.indexOf(b.known) || a.plate.localeCompare(b.plate)

/** Plates that are shown for one piece; whoever sees as many types one more character. */
export const maxMatches = 20

/** Each plate once, as what weighs most: a permit whose plate is blocked is a blocked plate. It is inside if any of its rows is. */
export function onePerPlate(rows: readonly Match[]): Match[] {
  const found = new Map<string, Match>()
  for (const row of [...rows].sort(byGravity)) {
    const known = found.get(row.plate)
    found.set(row.plate, known ? { ...known, inside: known.inside || row.inside } : row)
  }
  return [...found.values()]
}

/** What a guard's phone finds in its kit: the piece anywhere in the plate. */
export const matchesOffline = (typed: string, known: readonly Match[]): Match[] =>
  onePerPlate(known.filter(({ plate }) => plate.includes(typed))).slice(0, maxMatches)

/** A plate as the gate has to treat it: the gravest row that there is. */
export const decisiveMatch = (plate: string, rows: readonly Match[]): Match =>
  onePerPlate(rows.filter(row => row.plate === plate))[0] ?? {
    plate,
    known: 'unknown',
    vehicle: null,
    permit: null,
    until: null,
    house: null,
    area: '',
    inside: false,
  }
