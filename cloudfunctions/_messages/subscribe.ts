import { words } from '@domain/kernel/words'
import type { FailReason } from '@domain/notice/kinds'
import type { OutboxMessage } from '@domain/notice/outbox'
import type { Purpose } from '@domain/notice/purposes'
import { templateData } from '@domain/notice/templates'
import { persons, postKey, type Person } from '../_kit/records'
import { retry } from '../_kit/retry'
import { op, openapi } from '../_kit/store'
import { putInInbox } from './inbox'
import { templateId } from './templates'

/**
 * WeChat's error codes (docs/platform.md, "Subscribe messages"): 43101 the person refused or has no accept
 * left, 47003 a value breaks its type, 40037 template, 41030 page, 40003 openid.
 */
const reasons: Record<number, FailReason> = {
  43101: 'refused',
  47003: 'wrongValue',
  40037: 'wrongTemplate',
  41030: 'wrongPage',
  40003: 'badOpenid',
}
/** Faults of our own: the accept is given back, and the managers are notified. */
const ownFaults: readonly FailReason[] = ['wrongValue', 'wrongTemplate', 'wrongPage']

/** Accepts that a person has left for a purpose, by our ledger; WeChat does not tell the true number. */
export const acceptsLeft = (person: Pick<Person, 'quota'>, purpose: Purpose): number =>
  person.quota[templateId(purpose)] ?? 0

/**
 * Takes one accept from the ledger of each of these people, if there is one, and returns the people as they
 * are then: those with the mark may be notified. Idempotent: `mark` identifies the message, and a second call
 * takes nothing. The accept is taken before the message is sent, so that a crash loses a message and never
 * sends two.
 */
export async function takeAccepts(
  ids: readonly string[],
  purpose: Purpose,
  mark: string,
): Promise<Map<string, Person>> {
  const left = `quota.${templateId(purpose)}`
  await persons.change(
    { _id: op.in(ids), [left]: op.gt(0), marks: op.neq(mark) },
    { [left]: op.inc(-1), marks: op.push({ each: [mark], slice: -20 }) },
  )
  return new Map((await persons.byIds(ids)).map(person => [person._id, person]))
}

async function giveBack(personId: string, purpose: Purpose, mark: string): Promise<void> {
  await persons.change(
    { _id: personId, marks: mark },
    {
      [`quota.${templateId(purpose)}`]: op.inc(1),
      marks: op.pull(mark),
    },
  )
}

/**
 * Sends one subscribe message, whose accept has been taken, once. A send without an answer may have arrived
 * and is never repeated. 43101 empties the ledger. After a fault of our own the accept is given back, and the
 * managers are notified once a day for each fault.
 * @returns null when WeChat took the message, otherwise the reason
 */
export async function sendOnce(
  person: Person,
  message: OutboxMessage,
  { purpose, estateId, mark }: { purpose: Purpose; estateId: string; mark: string },
): Promise<FailReason | null> {
  try {
    await openapi().subscribeMessage.send({
      touser: person._id,
      templateId: templateId(purpose),
      data: templateData(message, person.lang),
      lang: person.lang === 'en' ? 'en_US' : 'zh_CN',
      ...(message.link === null ? {} : { page: message.link }),
    })
    return null
  } catch (error) {
    const code = (error as { errCode?: number }).errCode ?? 0
    const reason = reasons[code] ?? 'noAnswer'
    console.log(
      JSON.stringify({
        at: new Date().toISOString(),
        fn: 'courier',
        action: 'notify',
        code: reasons[code] ? code : 'FAILED',
      }),
    )
    if (reason === 'refused')
      await retry(() => persons.change({ _id: person._id }, { [`quota.${templateId(purpose)}`]: 0 }))
    if (ownFaults.includes(reason)) {
      await retry(() => giveBack(person._id, purpose, mark))
      await retry(() => reportBroken(estateId, purpose, code))
    }
    return reason
  }
}

/** Only into the managers' inboxes, because WeChat notifications are what fails. */
async function reportBroken(estateId: string, purpose: Purpose, code: number): Promise<void> {
  const at = new Date().toISOString()
  const message: OutboxMessage = {
    id: `broken-${purpose}-${String(code)}-${at.slice(0, 10)}`,
    at,
    kind: 'notice.templateBroken',
    to: { post: 'manager' },
    except: '',
    link: null,
    values: { no: purpose, subject: words(purpose, purpose), state: '模板异常', code: String(code) },
  }
  for (const manager of await persons.findAll({ postKeys: postKey(estateId, 'manager') }))
    await putInInbox(manager, message, estateId)
}
