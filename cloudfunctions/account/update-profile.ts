import { forbidden } from '@domain/kernel/failure'
import { newPerson } from '../_kit/new-person'
import { persons, type Person } from '../_kit/records'
import { action } from '../_kit/serve'
import { viewPerson } from './view-person'

/** Writes fields of the person, and creates the person on their first visit. */
async function save(openid: string, person: Person | null, given: Partial<Person>): Promise<Person> {
  const set = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as Partial<Person>
  const after = { ...(person ?? newPerson(openid)), ...set }
  if (person === null && (await persons.add(after))) return after
  if (Object.keys(set).length > 0) await persons.change({ _id: openid }, set)
  return after
}

export const updateProfile = action('account', 'updateProfile', {
  run: async ({ input, caller, person }) =>
    viewPerson(await save(caller.openid, person, input as Partial<Person>)),
})

/** Records which version of the privacy guide the caller agreed to, and when. */
export const agreePrivacy = action('account', 'agreePrivacy', {
  async run({ input: { version }, caller, person, now }) {
    await save(caller.openid, person, { privacy: { version, at: now.toISOString() } })
    return { version }
  },
})

/** Switches the estate that a person with several looks at. */
export const switchEstate = action('account', 'switchEstate', {
  async run({ input: { estateId }, caller, person }) {
    const isTheirs = [...(person?.houses ?? []), ...(person?.posts ?? [])].some(
      held => held.estateId === estateId,
    )
    if (!isTheirs) throw forbidden()
    await persons.change({ _id: caller.openid }, { estateId })
    return { estateId }
  },
})
