import { partialPlate, plateProvinces, tidyPlate } from '../kernel/plate'
import type { Match } from './contract'
import { knownAs } from './kinds'

/** Reads a search of the desk: part of a plate, or a house number, which can have a dash. */
export function parseQuery(query: string): { piece: string | null; house: string } {
  const piece = tidyPlate(query)
  const isPiece = partialPlate.test(piece) && (typedField(piece) === 'plate' || !query.includes('-'))
  return { piece: isPiece ? piece : null, house: query }
}

/**
 * The field to search: the plate when the text begins with a province, else the serial after the city's
 * letter.
 */
export const typedField = (typed: string): 'plate' | 'serial' =>
  plateProvinces.includes(typed[0] ?? '') || typed.startsWith('使') ? 'plate' : 'serial'

const bySeverity = (a: Match, b: Match): number =>
  knownAs.indexOf(a.known) - knownAs.indexOf(b.known) || a.plate.localeCompare(b.plate)

/** Plates shown for one search; a user who sees that many can type one more character. */
export const maxMatches = 20

/**
 * One row per plate, the most severe: a permit whose plate is blocked is a blocked plate. It is inside if any
 * of its rows is.
 */
export function onePerPlate(rows: readonly Match[]): Match[] {
  const found = new Map<string, Match>()
  for (const row of [...rows].sort(bySeverity)) {
    const known = found.get(row.plate)
    found.set(row.plate, known ? { ...known, inside: known.inside || row.inside } : row)
  }
  return [...found.values()]
}

/** What a guard's phone finds among the plates that it keeps: the text anywhere in the plate. */
export const matchesOffline = (typed: string, known: readonly Match[]): Match[] =>
  onePerPlate(known.filter(({ plate }) => plate.includes(typed))).slice(0, maxMatches)

/** The row by which the gate treats a plate: the most severe, or `unknown`. */
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
