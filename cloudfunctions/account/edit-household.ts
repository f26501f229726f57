import { forbidden } from '@domain/kernel/failure'
import { hasPost, livesIn } from '@domain/kernel/people'
import { households, type StoredHousehold } from '../_kit/records'
import { action } from '../_kit/serve'

const blank = {
  preferences: '',
  pets: '',
  elderly: false,
  children: false,
  languages: [] as string[],
  quiet: null,
  updatedAt: null,
}
const view = ({ _id, ...rest }: Omit<StoredHousehold, 'estateId'>) => ({ houseId: _id, ...rest })

/** Reads what a household has chosen to share; for its members and the butlers. */
export const readHousehold = action('account', 'household', {
  load: ({ houseId }) => households.byId(houseId),
  run({ input: { houseId }, caller, loaded: household }) {
    if (!livesIn(caller, houseId) && !hasPost(caller, 'butler')) throw forbidden()
    // A household of another estate gets the same answer as one that does not exist.
    return view(household?.estateId === caller.estateId ? household : { ...blank, _id: houseId })
  },
})

/** Changes the fields that are given and keeps the rest. */
export const saveHousehold = action('account', 'saveHousehold', {
  load: ({ houseId }) => households.byId(houseId),
  async run({ input: { houseId, ...given }, caller, loaded: before, now }) {
    if (!livesIn(caller, houseId)) throw forbidden()
    const set = { ...given, updatedAt: now.toISOString() }
    const whole = { ...blank, ...before, ...onlyGiven(set), _id: houseId, estateId: caller.estateId ?? '' }
    if (before === null && (await households.add(whole))) return view(whole)
    await households.change({ _id: houseId, estateId: caller.estateId ?? '' }, set)
    return view(whole)
  },
})

/** The values that are present in the input. */
const onlyGiven = <T extends object>(given: T): Partial<T> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>
