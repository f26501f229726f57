import type { ConsultMessage } from '@domain/consult/messages'
import { viewMessage, type StoredConsult } from '@domain/consult/thread'
import { previewOf } from '@domain/consult/wording'
import type { Input } from '@domain/contract'
import { forbidden, invalid } from '@domain/kernel/failure'
import { sortKey } from '@domain/kernel/paging'
import { hasPost, livesIn, type Caller } from '@domain/kernel/people'
import { words } from '@domain/kernel/words'
import { withMessages, type Audience, type Mark } from '@domain/notice/outbox'
import { readEstate } from '../_kit/estate'
import { countUse } from '../_kit/limits'
import { addOnce } from '../_kit/outbox'
import { houses, type House } from '../_kit/records'
import { refuseUnsafe } from '../_kit/safety'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'
import { complaints } from '../_services/complaint/records'
import { consultMessages, settleThread, threads } from '../_services/consult/records'
import { orders } from '../_services/repair/records'

/** The side that the caller writes for; a butler who lives in the house writes as its resident. */
function sideOf(caller: Caller, house: House | null): StoredConsult['side'] {
  if (house !== null && livesIn(caller, house._id)) return 'house'
  if (house?.estateId === caller.estateId && hasPost(caller, 'butler', 'manager')) return 'desk'
  throw forbidden()
}

interface Draft {
  house: House
  caller: Caller
  now: Date
  request: Mark
  side: StoredConsult['side']
  text: string
  photos?: string[]
  handOver?: boolean
  made?: StoredConsult['made']
}

function kindOf(side: Draft['side'], handOver: boolean): ConsultMessage {
  if (handOver) return 'handedOver'
  return side === 'house' ? 'asked' : 'answered'
}

function newMessage({
  house,
  caller,
  now,
  request,
  side,
  text,
  photos = [],
  handOver = false,
  made = null,
}: Draft): StoredConsult {
  const blank: StoredConsult = {
    _id: request.key,
    estateId: house.estateId,
    rev: 0,
    houseId: house._id,
    house: house.code,
    key: sortKey(now, request.key),
    at: now.toISOString(),
    by: caller.openid,
    name: caller.name,
    side,
    text,
    photos,
    unchecked: photos,
    handOver,
    made,
    outbox: [],
    outboxDue: false,
    marks: [],
  }
  const kind = kindOf(side, handOver)
  const to: Audience = kind === 'answered' ? { house: house._id } : { post: 'butler' }
  return withMessages(
    blank,
    [{ kind: `consult.${kind}`, to }],
    {
      at: now,
      by: caller.openid,
      values: {
        no: house.code,
        subject: words(`${house.code} 号`, house.code),
        state: side === 'house' ? '待回复' : '已回复',
        text: previewOf(blank),
      },
      link: `packages/consult/thread/index?house=${house._id}`,
    },
    request,
  )
}

/** Idempotent: the id comes from caller and requestId, so a repeated request adds one message. */
export const sayInThread = action('consult', 'say', {
  load: ({ houseId }) => houses.byId(houseId),
  async run({ input, caller, person, loaded: house, now, request }) {
    const side = sideOf(caller, house)
    if (house === null) throw forbidden()
    const { text = '', photos = [] } = input
    if (!text && photos.length === 0 && !input.made)
      throw invalid('text', '请写点什么，或发一张照片', 'Write a message or send a photo')
    await countUse({ caller, person, now, request }, await readEstate(house.estateId), {
      amounts: { messagesPerHour: 1, uploadsPerHour: photos.length },
      findMade: () => consultMessages.byId(request.key),
      house: { id: house._id, code: house.code },
    })
    await refuseUnsafe(caller.openid, text)
    const made = input.made ? await readMade(input.made, house) : null
    const message = newMessage({ house, caller, now, request, side, text, photos, made })
    // After a repetition the thread follows the time of the first request.
    const stored = await addOnce(consultMessages, message, request)
    await settleThread(stored)
    return viewMessage(stored, caller)
  },
})

/** The record that was made from the thread; it must belong to the house. */
async function readMade(
  { kind, id, of }: NonNullable<Input<'consult', 'say'>['made']>,
  house: House,
): Promise<StoredConsult['made']> {
  const record = await (kind === 'repair' ? orders : complaints).byId(id)
  if (
    record === null ||
    record.estateId !== house.estateId ||
    (record.houseId !== null && record.houseId !== house._id)
  )
    throw forbidden()
  // A thread names its house, which an anonymous complaint must not.
  if ('anonymous' in record && record.anonymous) throw forbidden()
  return { kind, id, no: record.no, of: of ?? null }
}

/**
 * Hands a thread over to the next shift with a note. The household does not see it, and the time to answer
 * keeps running. The note stays visible until the desk answers.
 */
export const handOver = action('consult', 'handOver', {
  load: ({ houseId }) => houses.byId(houseId),
  async run({ input, caller, loaded: house, now, request }) {
    if (house === null || sideOf(caller, house) !== 'desk') throw forbidden()
    const message = newMessage({
      house,
      caller,
      now,
      request,
      side: 'desk',
      text: input.note,
      handOver: true,
    })
    await refuseUnsafe(caller.openid, input.note)
    const stored = await addOnce(consultMessages, message, request)
    // A repetition after the desk has answered changes nothing.
    await threads.change(
      { _id: house._id, deskKey: op.lt(stored.key) },
      { handOver: stored.text, deskKey: stored.key },
    )
    return viewMessage(stored, caller)
  },
})
