import type { Input } from '@domain/contract'
import type { Category } from '@domain/repair/contract'
import { estateInstant } from '@/i18n/when'
import type { Photo } from '@/widgets/photo-picker'
import type { RepairText } from '../texts'

/** A repair request that is being written. */
export interface Draft {
  place: 'house' | 'public'
  houseId: string
  facility: string
  category: Category | ''
  urgency: 'normal' | 'urgent'
  description: string
  photos: Photo[]
  /** `YYYY-MM-DD` at the estate; empty: as soon as possible. */
  day: string
  window: string
}

export const blank: Draft = {
  place: 'house',
  houseId: '',
  facility: '',
  category: '',
  urgency: 'normal',
  description: '',
  photos: [],
  day: '',
  window: '',
}
const inHouse: Category[] = [
  'water',
  'drain',
  'electric',
  'gas',
  'lock',
  'window',
  'heating',
  'appliance',
  'wall',
  'lighting',
  'network',
  'other',
]
const inPublic: Category[] = [
  'lift',
  'lighting',
  'water',
  'drain',
  'electric',
  'gas',
  'window',
  'lock',
  'wall',
  'heating',
  'network',
  'other',
]
export const categoriesOf = (place: Draft['place']): readonly Category[] =>
  place === 'house' ? inHouse : inPublic

/** The time windows of technicians, in the estate's time zone. */
export const windows = ['08:30-10:30', '10:30-12:00', '13:30-15:30', '15:30-18:00', '18:00-20:00']
export const daysAhead = [0, 1, 2, 3, 4, 5, 6]

const instantOf = (day: string, window: string, end: 0 | 1): string =>
  estateInstant(day, window.split('-')[end]!)
export const stillOpen = (day: string, window: string): boolean =>
  Date.parse(instantOf(day, window, 0)) > Date.now()

/** Missing fields, each with the key of its error text. */
export function missing(draft: Draft, houseId: string): Partial<Record<keyof Draft, RepairText>> {
  const wrong: Partial<Record<keyof Draft, RepairText>> = {}
  if (!draft.category) wrong.category = 'needCategory'
  if (!draft.description.trim()) wrong.description = 'needDescription'
  if (draft.place === 'public' && !draft.facility.trim()) wrong.facility = 'needFacility'
  if (draft.place === 'house' && !houseId) wrong.houseId = 'needHouse'
  if (draft.urgency === 'normal' && draft.day && !(draft.window && stillOpen(draft.day, draft.window)))
    wrong.window = 'needWindow'
  return wrong
}

export function toInput(draft: Draft, houseId: string, category: Category): Input<'repair', 'create'> {
  const input: Input<'repair', 'create'> = {
    place: draft.place,
    category,
    urgency: draft.urgency,
    description: draft.description.trim(),
  }
  if (houseId) input.houseId = houseId
  if (draft.facility.trim()) input.facility = draft.facility.trim()
  if (draft.photos.length) input.photos = draft.photos.map(photo => photo.fileID)
  if (draft.urgency === 'normal' && draft.day && draft.window) {
    input.appointment = {
      from: instantOf(draft.day, draft.window, 0),
      to: instantOf(draft.day, draft.window, 1),
    }
  }
  return input
}
