import { createHash } from 'node:crypto'
import { sortKey } from '@domain/kernel/paging'
import { serialOf } from '@domain/kernel/plate'
import type { Registration } from '@domain/parking/registration'

/** Plates with five characters after 鲁 and the letter of the city, spread evenly over the prefixes. */
const signs = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'
export function plateNo(n: number): string {
  let rest = (n * 7_368_787) % 34 ** 5
  const serial = Array.from({ length: 5 }, () => {
    const sign = signs[rest % 34]
    rest = Math.floor(rest / 34)
    return sign
  }).join('')
  return `鲁F${serial}`
}

/** Yields `count` valid permits of one estate. */
export function* vehicles(count: number): Generator<Registration> {
  for (let n = 0; n < count; n++) {
    const _id = createHash('sha256')
      .update(`vehicle ${String(n)}`)
      .digest('hex')
      .slice(0, 32)
    const created = new Date(Date.UTC(2025, 0, 1) + n * 1000)
    const plate = plateNo(n)
    yield {
      _id,
      kind: 'permit',
      estateId: 'tianma',
      key: sortKey(created, _id),
      rev: 1,
      status: 'active',
      live: true,
      houseId: `bench-${String(n)}`,
      house: String(n),
      by: 'bench',
      people: ['bench'],
      vehicle: 'car',
      permit: 'owned',
      note: null,
      plate,
      serial: serialOf(plate),
      atGate: true,
      plateKey: `tianma:${plate}`,
      quotaKey: _id,
      area: '',
      space: null,
      spaceKey: _id,
      until: null,
      renewal: null,
      waitsFor: null,
      waitKey: sortKey(created, _id),
      reason: null,
      decidedBy: null,
      reminded: false,
      alarm: null,
      insideKey: null,
      seenAt: null,
      move: null,
      scene: _id,
      picture: null,
      createdAt: created.toISOString(),
      outbox: [],
      outboxDue: false,
      marks: [],
    }
  }
}
