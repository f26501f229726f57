import { serialOf } from '../kernel/plate'
import { insideVisit, type Pass } from './pass'

/** Digits that a pass is still found by, of those it has had; as many as its visits (rules.ts). */
const digitsKept = 30

/** Whether the pass can still let its guest in, now or later, as far as the pass itself says. */
export const isLive = ({ status, uses, used, to }: Pass, now: Date): boolean =>
  status === 'active' && (uses === null || used < uses) && to > now.toISOString()

/** When the pass stopped admitting: revoked, used up, or its end. */
export function endOf({ revokedAt, uses, used, visits, to }: Pass): string {
  if (revokedAt !== null) return revokedAt
  const isUsedUp = uses !== null && used >= uses
  return (isUsedUp ? visits[visits.length - 1]?.at : undefined) ?? to
}

export const spokenKey = (estateId: string, digits: string): string => `${estateId}:${digits}`

/** Stands before the plate of an ended pass, so that no search for a plate that begins so finds it. */
const endedSign = '!'
/** The plate keys of all passes that are live, or have their guest inside. */
export const livePlate = (plate: string): [from: string, to: string] => [`${plate}~`, `${plate}~\uffff`]
/** The plate keys of the passes that ended since an instant; the newest is the last. */
export const endedPlate = (plate: string, since: string): [from: string, to: string] => [
  `${endedSign}${plate}~${since}`,
  `${endedSign}${plate}~\uffff`,
]

type Keys = Pick<
  Pass,
  'live' | 'plateKey' | 'plateSerial' | 'codeKey' | 'spokenKeys' | 'quotaKey' | 'kitKey' | 'otherIds'
>
/** What a new pass is found by, until `withKeys` derives it. */
export const unfound = (id: string): Keys => ({
  live: false,
  plateKey: null,
  plateSerial: null,
  codeKey: id,
  spokenKeys: [],
  quotaKey: id,
  kitKey: null,
  otherIds: [],
})

/**
 * The pass with everything that it is found by, derived from what it says. A pass that is revoked, used up or
 * over leaves the keys of the live ones in the write that ends it, or, at its end, by the timer.
 */
export function withKeys(pass: Pass, now: Date): Pass {
  const live = isLive(pass, now)
  return {
    ...pass,
    ...plateKeys(pass, live),
    live,
    codeKey: live && pass.shortCode !== '' ? spokenKey(pass.estateId, pass.shortCode) : pass._id,
    spokenKeys: spokenKeys(pass),
    quotaKey: live ? pass.quotaKey : pass._id,
    kitKey: isInKit(pass, live) ? `${pass.to}~${pass._id.slice(0, 12)}` : null,
    otherIds: [pass.holder, pass.askedBy, pass.revokedBy].flatMap(other => other?.openid || []),
  }
}

function plateKeys(pass: Pass, live: boolean): Pick<Pass, 'plateKey' | 'plateSerial'> {
  const { plate, _id } = pass
  if (plate === null) return { plateKey: null, plateSerial: null }
  if (!live && !insideVisit(pass))
    return { plateKey: `${endedSign}${plate}~${endOf(pass)}`, plateSerial: null }
  const own = _id.slice(0, 12)
  return { plateKey: `${plate}~${own}`, plateSerial: `${serialOf(plate)}~${own}` }
}

function spokenKeys({ estateId, shortCode, spokenKeys: had }: Pass): string[] {
  const key = spokenKey(estateId, shortCode)
  return shortCode === '' || had.includes(key) ? had : [...had, key].slice(-digitsKept)
}

/**
 * A gate without a network needs to know of passes whose code a phone can show, or whose plate is announced.
 * A pass that nobody opened has no code, unless it is opened later: then its visits until now count.
 */
const isInKit = ({ kind, holder, plate, used }: Pass, live: boolean): boolean =>
  kind !== 'walkIn' && (holder !== null || (live && (plate !== null || used > 0)))
