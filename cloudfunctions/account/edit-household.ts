import type { Household } from '@domain/account/contract'
import { forbidden } from '@domain/kernel/failure'
import { hasPost, livesIn, type Caller } from '@domain/kernel/people'
import { withMark } from '@domain/notice/outbox'
import { households, type StoredHousehold } from '../_kit/records'
import { isRepeated } from '../_kit/repetition'
import { action } from '../_kit/serve'

type Details = Omit<Household, 'houseId' | 'updatedAt'>
const blank: Details = {
  preferences: '',
  pets: '',
  elderly: false,
  children: false,
  languages: [],
  quiet: null,
}
const details = Object.keys(blank) as (keyof Details)[]

/**
 * What a reader may see of a household's details: the butler all, a member what was written since they
 * joined, because the rest may be of the household that lived there before.
 */
function view(houseId: string, stored: StoredHousehold | null, caller: Caller): Household {
  const since = caller.houses.find(house => house.houseId === houseId)?.since ?? ''
  const visible = details.filter(detail => (stored?.writtenAt?.[detail] ?? '') >= since)
  const shown = Object.fromEntries(visible.map(detail => [detail, (stored ?? blank)[detail]]))
  const updatedAt =
    visible
      .flatMap(detail => stored?.writtenAt?.[detail] ?? [])
      .sort()
      .pop() ?? null
  return { houseId, ...blank, ...shown, updatedAt }
}

/** Reads what a household has chosen to share; for its members and the butlers. */
export const readHousehold = action('account', 'household', {
  load: ({ houseId }) => households.byId(houseId),
  run({ input: { houseId }, caller, loaded: household }) {
    if (!livesIn(caller, houseId) && !hasPost(caller, 'butler')) throw forbidden()
    // A household of another estate gets the same answer as one that does not exist.
    return view(houseId, household?.estateId === caller.estateId ? household : null, caller)
  },
})

/** Changes the fields that are given and keeps the rest. */
export const saveHousehold = action('account', 'saveHousehold', {
  load: ({ houseId }) => households.byId(houseId),
  async run({ input: { houseId, ...given }, caller, loaded: before, now, request }) {
    if (!livesIn(caller, houseId)) throw forbidden()
    if (isRepeated(before?.marks ?? [], request)) return view(houseId, before, caller)
    const estateId = caller.estateId ?? ''
    const at = now.toISOString()
    const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    const written = Object.fromEntries(Object.keys(set).map(detail => [detail, at]))
    const whole: StoredHousehold = {
      ...blank,
      ...before,
      ...set,
      _id: houseId,
      estateId,
      updatedAt: at,
      writtenAt: { ...before?.writtenAt, ...written },
      marks: withMark(before?.marks ?? [], request),
    }
    if (before !== null || !(await households.add(whole))) {
      const paths = Object.fromEntries(Object.keys(set).map(detail => [`writtenAt.${detail}`, at]))
      await households.change(
        { _id: houseId, estateId },
        { ...set, updatedAt: at, ...paths, marks: whole.marks },
      )
    }
    return view(houseId, whole, caller)
  },
})
