import { Refusal } from '@domain/kernel/failure'
import { words } from '@domain/kernel/words'
import { newAlias } from '../_kit/personal-data'
import { persons } from '../_kit/records'
import { action } from '../_kit/serve'
import { personalData } from '../_services/registry'
import { endAllRights } from './end-all-rights'

const everything = Object.values(personalData).flat()

/** Gives the caller a copy of everything that is stored about them. */
export const exportMine = action('account', 'exportMine', {
  async run({ caller, person }) {
    const copies = await Promise.all(
      everything.map(async ({ name, copy }) => [name, await copy(caller.openid)] as const),
    )
    const { marks: _marks, tries: _tries, ...mine } = person ?? { _id: caller.openid, marks: [], tries: [] }
    return { person: { ...mine }, records: Object.fromEntries(copies) }
  },
})

/**
 * Erases the caller from every record and from the register of persons; records that the estate must keep
 * stay under an alias. What the caller was granted ends first. The holder of a post in the selected estate is
 * refused, because the manager has to hand over their work; posts in other estates end with the rest.
 */
export const eraseMe = action('account', 'erase', {
  async run({ caller, person, now, request }) {
    if (person === null) return { erased: true }
    if (caller.posts.length > 0) throw holdsPost()
    await endAllRights(person, now, request)
    const alias = newAlias()
    for (const { forget } of everything) await forget(caller.openid, alias)
    await persons.remove({ _id: caller.openid })
    return { erased: true }
  },
})

const holdsPost = (): Refusal =>
  new Refusal('CONFLICT', {
    words: words(
      '您还有工作岗位，请先由物业经理撤销岗位',
      'You still hold a post. The manager has to revoke it first.',
    ),
  })
