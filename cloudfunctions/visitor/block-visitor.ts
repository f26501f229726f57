import { createHash } from 'node:crypto'
import { forbidden, invalid } from '@domain/kernel/failure'
import { sortKey, toPage } from '@domain/kernel/paging'
import type { Block } from '@domain/visitor/block'
import { forever } from '@domain/visitor/pass'
import { viewBlock } from '@domain/visitor/view'
import { audit } from '../_kit/audit'
import { answerOnce } from '../_kit/repetition'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'
import { blocks } from '../_services/visitor/records'

const list = async (
  estateId: string,
  { cursor, limit = 20 }: { cursor?: string | undefined; limit?: number | undefined } = {},
) =>
  toPage(
    await blocks.find(
      { estateId, ...(cursor ? { key: op.lt(cursor) } : {}) },
      { orderBy: ['key', 'desc'], limit: limit + 1 },
    ),
    limit,
    block => block.key,
    viewBlock,
  )

const idOf = (estateId: string, subject: string): string =>
  createHash('sha256').update(`${estateId}|${subject}`).digest('hex').slice(0, 32)

/**
 * Blocks a visitor by phone or by plate, until a day or for good. One write: it holds at once and everywhere,
 * because every gate and list reads the blocks themselves.
 */
export const blockVisitor = action('visitor', 'block', {
  run({ input, caller, now, request }) {
    const { phone = null, plate = null, reason, until = forever } = input
    if ((phone === null) === (plate === null))
      throw invalid('phone', '请填写手机号或车牌，二者选一', 'Enter either a phone number or a plate')
    if (until <= now.toISOString()) throw invalid('until', '这个时间已过', 'This time has passed')
    const estateId = caller.estateId ?? ''
    const subject = phone ?? plate ?? ''
    const _id = idOf(estateId, subject)
    const set = { reason, until, by: caller.openid, at: now.toISOString(), key: sortKey(now, _id) }
    const block: Block = { _id, estateId, subject, phone, plate, ...set, seen: 0, seenAt: null, seenBy: null }
    return answerOnce(request, now, async () => {
      if (!(await blocks.add(block))) await blocks.change({ _id, estateId }, set)
      await audit(request, now, { estateId, by: caller.openid, did: 'visitor.block', record: _id })
      return list(estateId)
    })
  },
})

export const unblockVisitor = action('visitor', 'unblock', {
  load: ({ id }) => blocks.byId(id),
  run({ input: { id }, caller, loaded: block, now, request }) {
    const estateId = caller.estateId ?? ''
    if (block && block.estateId !== estateId) throw forbidden()
    return answerOnce(request, now, async () => {
      // Idempotent: lifting a block that is already lifted succeeds.
      if (block !== null) {
        // Audited first: a fault between the two leaves nothing lifted without a trace.
        await audit(request, now, { estateId, by: caller.openid, did: 'visitor.unblock', record: id })
        await blocks.remove({ _id: id, estateId })
      }
      return list(estateId)
    })
  },
})

export const listBlocked = action('visitor', 'blocked', {
  run: ({ input, caller }) => list(caller.estateId ?? '', input),
})
