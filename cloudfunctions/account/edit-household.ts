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

/** What a household has chosen to tell, for itself and its butler. */
export const readHousehold = action('account', 'household', {
  load: ({ houseId }) => households.byId(houseId),
  async run({ input: { houseId }, caller, loaded: household }) {
    if (!livesIn(caller, houseId) && !hasPost(caller, 'butler')) throw forbidden()
    // Another estate's household and none at all look alike.
    return view(household?.estateId === caller.estateId ? household : { ...blank, _id: houseId })
  },
})

/** Changes what is given and keeps the rest. */
export const saveHousehold = action('account', 'saveHousehold', {
  load: ({ houseId }) => households.byId(houseId),
  async run({ input: { houseId, ...given }, caller, loaded: before, now }) {
    if (!livesIn(caller, houseId)) throw forbidden()
    const set = { ...given, updatedAt: now.toISOString() }
    const whole = { ...blank, ...before, ...defined(set), _id: houseId, estateId: caller.estateId ?? '' }
    if (before === null && (await households.add(whole))) return view(whole)
    await households.change({ _id: houseId, estateId: caller.estateId ?? '' }, set)
    return view(whole)
  },
})

const defined = <T extends object>(given: T): Partial<T> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>
