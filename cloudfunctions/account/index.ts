import { accountContract } from '@domain/account/contract'
import { utcOffset } from '@domain/kernel/estate-time'
import { maskPhone } from '@domain/kernel/phone'
import { estateOf } from '../_kit/estate'
import { persons, type Person } from '../_kit/records'
import { action, serve } from '../_kit/serve'
import { templateIds } from '../_kit/templates'

const blank = (openid: string): Person => ({
  _id: openid, estateId: null, name: '', phone: '', lang: 'zh-CN', largeText: false, houses: [], houseKeys: [], posts: [], postKeys: [], unread: 0, quota: {}, marks: [],
})

const viewPerson = (person: Person) => ({
  id: person._id, name: person.name, phone: maskPhone(person.phone), lang: person.lang, largeText: person.largeText,
})

const session = action('account', 'session', {
  async run({ caller, person, now }) {
    const estate = caller.estateId === null ? null : await estateOf(caller.estateId)
    return {
      person: viewPerson(person ?? { ...blank(caller.openid), lang: caller.lang }),
      estate: estate && { id: estate._id, name: estate.name, zone: estate.zone, utcOffset: utcOffset(now, estate.zone), phone: estate.phone },
      roles: [...caller.posts],
      houses: caller.houses.map(house => ({ id: house.houseId, code: house.code, relation: house.relation })),
      pending: [], unread: person?.unread ?? 0, templates: templateIds(),
    }
  },
})

const updateProfile = action('account', 'updateProfile', {
  async run({ input, caller, person }) {
    const before = person ?? blank(caller.openid)
    if (person === null) await persons.add({ ...before, ...input })
    else if (Object.keys(input).length > 0) await persons.change({ _id: person._id }, input)
    return viewPerson({ ...before, ...Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) })
  },
})

export const main = serve('account', accountContract, { session, updateProfile })
