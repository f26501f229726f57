import { createHash } from 'node:crypto'
import { forbidden, invalid } from '@domain/kernel/failure'
import { sortKey, toPage } from '@domain/kernel/paging'
import type { Block } from '@domain/visitor/block'
import { forever, type Pass } from '@domain/visitor/pass'
import { viewBlock } from '@domain/visitor/view'
import { audit } from '../_kit/audit'
import { action } from '../_kit/serve'
import { op, type Where } from '../_kit/store'
import { blockPlate, unblockPlate } from '../_services/parking/records'
import { blocks, passes } from '../_services/visitor/records'

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

/** The live passes of the blocked visitor. They hold the block, so that a scan needs no query for it. */
const passesOf = ({ estateId, phone, plate }: Block): Where<Pass> =>
  phone !== null ? { estateId, phone, live: true } : { estateId, plateKey: plate }

/** Blocks a visitor by phone or by plate, until a day or for good. Their passes stop admitting at once. */
export const blockVisitor = action('visitor', 'block', {
  async run({ input, caller, now, request }) {
    const { phone = null, plate = null, reason, until = forever } = input
    if ((phone === null) === (plate === null))
      throw invalid('phone', '请填写手机号或车牌，二者选一', 'Enter either a phone number or a plate')
    if (until <= now.toISOString()) throw invalid('until', '这个时间已过', 'This time has passed')
    const estateId = caller.estateId ?? ''
    const subject = phone ?? plate ?? ''
    const _id = createHash('sha256').update(`${estateId}|${subject}`).digest('hex').slice(0, 32)
    const block: Block = {
      _id,
      estateId,
      key: sortKey(now, _id),
      at: now.toISOString(),
      subject,
      phone,
      plate,
      reason,
      by: caller.openid,
      until,
      seen: 0,
      seenAt: null,
    }
    if (!(await blocks.add(block)))
      await blocks.change(
        { _id, estateId },
        { reason, until, by: caller.openid, at: block.at, key: block.key },
      )
    await passes.change(passesOf(block), { blockedUntil: until, rev: op.inc(1) })
    if (plate !== null) await blockPlate(_id, estateId, plate, until)
    await audit(request, now, { estateId, by: caller.openid, did: 'visitor.block', record: _id })
    return list(estateId)
  },
})

export const unblockVisitor = action('visitor', 'unblock', {
  load: ({ id }) => blocks.byId(id),
  async run({ input, caller, loaded: block, now, request }) {
    const estateId = caller.estateId ?? ''
    if (block && block.estateId !== estateId) throw forbidden()
    // Idempotent: lifting a block that is already lifted succeeds.
    if (block === null) return list(estateId)
    await passes.change(passesOf(block), { blockedUntil: null, rev: op.inc(1) })
    if (block.plate !== null) await unblockPlate(block._id, estateId)
    await blocks.remove({ _id: input.id })
    await audit(request, now, { estateId, by: caller.openid, did: 'visitor.unblock', record: block._id })
    return list(estateId)
  },
})

export const listBlocked = action('visitor', 'blocked', {
  run: ({ input, caller }) => list(caller.estateId ?? '', input),
})
