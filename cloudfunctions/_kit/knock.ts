import { letterText } from '@domain/notice/letters'
import type { Letter } from '@domain/notice/letter'
import { templateData } from '@domain/notice/templates'
import { persons, type Person } from './records'
import { op, openapi } from './store'
import { templateId } from './templates'

/** WeChat: the person refused, or has no accept left. */
const refused = 43101

/** One accept is one message: it is taken from the ledger before the send, so that a crash costs a message, never sends two. */
export async function knock(person: Person, letter: Letter): Promise<void> {
  const { purpose } = letterText(letter.kind)
  if (purpose === undefined) return
  const template = templateId(purpose)
  const left = `quota.${template}`
  if ((person.quota[template] ?? 0) < 1) return
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
