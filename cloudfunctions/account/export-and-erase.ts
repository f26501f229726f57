import { Refusal } from '@domain/kernel/failure'
import { words } from '@domain/kernel/words'
import { newAlias, subjectOf, type Erasure } from '../_kit/personal-data'
import { persons, photoChecks } from '../_kit/records'
import { action } from '../_kit/serve'
import { deleteFiles, op } from '../_kit/store'
import { namesFiles, personalData } from '../_services/registry'
import { endAllRights } from './end-all-rights'

const everything = Object.values(personalData).flat()

/** Gives the caller a copy of what is stored about them, as far as they may see it. */
export const exportMine = action('account', 'exportMine', {
  async run({ caller, person, now }) {
    const subject = subjectOf(caller.openid, person, now)
    const copies = await Promise.all(
      everything.map(async ({ name, copy }) => [name, await copy(subject)] as const),
    )
    const { marks: _marks, tries: _tries, ...mine } = person ?? { _id: caller.openid, marks: [], tries: [] }
    return { person: { ...mine }, records: Object.fromEntries(copies) }
  },
})

/**
 * Erases the caller from every record and from the register of persons; records that the estate must keep
 * stay under an alias. What the caller was granted ends first. The holder of a post in the selected estate is
 * refused, because the manager has to hand over their work; posts in other estates end with the rest. What
 * each service removes and leaves is in docs/data-kept.md.
 */
export const eraseMe = action('account', 'erase', {
  async run({ caller, person, now, request }) {
    if (person === null) return { erased: true }
    if (caller.posts.length > 0) throw holdsPost()
    await endAllRights(person, now, request)
    const alias = newAlias()
    const erasure = { openid: caller.openid, alias, dropFiles }
    for (const { forget } of everything) await forget(erasure)
    await persons.remove({ _id: caller.openid })
    return { erased: true }
  },
})

/**
 * A file's id is no secret to those who see the picture: without the look at other records, a person could
 * name a file of others in a report of their own and have it deleted by erasing themselves.
 */
const dropFiles: Erasure['dropFiles'] = async (fileIDs, { in: of, by }) => {
  if (fileIDs.length === 0) return
  const own = new Set(by.map(({ _id }) => _id))
  const others = await Promise.all(
    Object.values(namesFiles)
      .flat()
      .flatMap(({ records, paths }) =>
        paths.map(async path => {
          const named = await records.findAll({ [path]: op.in(fileIDs) }, { leaveOut: ['outbox', 'marks'] })
          return named.filter(({ _id }) => records.name !== of.name || !own.has(_id))
        }),
      ),
  )
  const namedElsewhere = JSON.stringify(others)
  const gone = fileIDs.filter(fileID => !namedElsewhere.includes(JSON.stringify(fileID)))
  await deleteFiles(gone)
  await photoChecks.remove({ fileID: op.in(gone) })
}

const holdsPost = (): Refusal =>
  new Refusal('CONFLICT', {
    words: words(
      '您还有工作岗位，请先由物业经理撤销岗位',
      'You still hold a post. The manager has to revoke it first.',
    ),
  })
