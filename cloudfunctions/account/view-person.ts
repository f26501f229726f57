import { maskPhone } from '@domain/kernel/phone'
import type { Person } from '../_kit/records'

/** The caller's own profile, the phone number masked. */
export const viewPerson = (person: Person) => ({
  id: person._id,
  name: person.name,
  phone: maskPhone(person.phone),
  lang: person.lang,
  largeText: person.largeText,
})
