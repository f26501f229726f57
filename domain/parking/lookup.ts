import { plateProvinces } from '../kernel/plate'
import type { KnownAs, Match } from './contract'

/** By what a typed piece is looked for: the whole plate when it begins with a province, else the serial behind the city's letter. */
export const typedField = (typed: string): 'plate' | 'serial' => (plateProvinces.includes(typed[0] ?? '') || typed.startsWith('使') ? 'plate' : 'serial')

/** The gravest first: a block counts more than a permit, a permit more than a pass. */
const order: readonly KnownAs[] = ['blocked', 'permit', 'visitor', 'expired', 'unknown']
export const byGravity = (a: Match, b: Match): number => order.indexOf(a.known) - order.indexOf(b.known) || a.plate.localeCompare(b.plate)

/** What a guard's phone finds in its kit: the piece anywhere in the plate. */
export const matchesOffline = (typed: string, known: readonly Match[]): Match[] => known.filter(({ plate }) => plate.includes(typed)).sort(byGravity)

/** A plate as the gate has to treat it: the gravest row that there is. */
export const gravest = (plate: string, rows: readonly Match[]): Match =>
  rows.filter(row => row.plate === plate).sort(byGravity)[0] ?? { plate, known: 'unknown', vehicle: null, permit: null, until: null, house: null, area: '', inside: false }
