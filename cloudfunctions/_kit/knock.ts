import { quietUntil } from '@domain/account/quiet'
import { letterText } from '@domain/notice/letters'
import type { Letter } from '@domain/notice/letter'
import { templateData } from '@domain/notice/templates'
import { deferredKnocks, households } from './account-records'
import { estateOf } from './estate'
import { persons, type Person } from './records'
import { op, openapi } from './store'
import { templateId } from './templates'

/** WeChat: the person refused, or has no accept left. */
const refused = 43101

/** Knocks on a person's door, unless they have not agreed to it; in the quiet hours of their house it waits. */
export async function knock(person: Person, letter: Letter, estateId: string): Promise<void> {
  const { purpose, urgent } = letterText(letter.kind)
  if (purpose === undefined || (person.quota[templateId(purpose)] ?? 0) < 1) return
  const until = urgent ? null : await quietFor(person, estateId)
  if (until === null) return send(person, letter, templateId(purpose))
  const at = new Date().toISOString()
  await deferredKnocks.add({ _id: `${letter.id}-${person._id}`.slice(0, 64), estateId, at, dueAt: until.toISOString(), personId: person._id, letter })
}

/** When the quiet hours of the person's houses are over; null: it is not quiet. */
async function quietFor(person: Person, estateId: string): Promise<Date | null> {
  const ids = person.houses.filter(house => house.estateId === estateId).map(house => house.houseId)
  if (ids.length === 0) return null
  const [found, { zone }] = await Promise.all([households.byIds(ids), estateOf(estateId)])
  const ends = found.flatMap(({ quiet }) => quietUntil(quiet, new Date(), zone) ?? [])
  return ends.sort((a, b) => b.getTime() - a.getTime())[0] ?? null
}

/** One accept is one message: it is taken from the ledger before the send, so that a crash costs a message, never sends two. */
export async function send(person: Person, letter: Letter, template: string): Promise<void> {
  const left = `quota.${template}`
  if (!await persons.change({ _id: person._id, [left]: op.gt(0) }, { [left]: op.inc(-1) })) return
  try {
    await openapi().subscribeMessage.send({
      touser: person._id, templateId: template, data: templateData(letter, person.lang), lang: person.lang === 'en' ? 'en_US' : 'zh_CN',
      ...(letter.link === null ? {} : { page: letter.link }),
    })
  } catch (error) {
    const code = (error as { errCode?: number }).errCode
    if (code === refused) await persons.change({ _id: person._id }, { [left]: 0 })
    console.log(JSON.stringify({ at: new Date().toISOString(), fn: 'courier', action: 'knock', code: code ?? 'FAILED' }))
  }
}
