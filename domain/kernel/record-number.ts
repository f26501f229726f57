import { estateDay } from './estate-time'

interface Numbered {
  /** The day in the estate's time zone is part of the number. */
  at: Date
  /** IANA time zone of the estate. */
  zone: string
  /** The record's id, hexadecimal. */
  id: string
}

const dayOf = ({ at, zone }: Numbered): string => estateDay(at, zone).slice(2).replaceAll('-', '')

/**
 * What people call a record on the phone: a letter for its kind, the day, and the first six digits of its id.
 */
export const recordNumber = (kind: 'E' | 'G' | 'T' | 'W', numbered: Numbered): string =>
  `${kind}${dayOf(numbered)}-${numbered.id.slice(0, 6).toUpperCase()}`

/** Crockford's base 32: without I, L, O and U, which sound or look like others. */
const spokenLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The number of a repair order: the day, and six letters from its id that are easily spoken. */
export function orderNumber(numbered: Numbered): string {
  const bytes = [0, 2, 4, 6, 8, 10].map(at => parseInt(numbered.id.slice(at, at + 2), 16))
  return `${dayOf(numbered)}-${bytes.map(byte => spokenLetters[byte % spokenLetters.length]).join('')}`
}
