import type { MeasureService } from '../bench'
import type { Call } from '../client'

/** Cars at the gate, each once, and the lists of the desk. */
export const measureService: MeasureService = async ({ all, measure, same }) => {
  await measure(same('demo-guard', 'parking', 'lookup', { plate: 'A12' }))
  await measure(
    Array.from({ length: all }, (_, n): Call => ({
      as: 'demo-guard',
      fn: 'parking',
      action: 'gate',
      input: { plate: `鲁F${String(10_000 + n)}`, direction: 'in', gate: '南门' },
    })),
  )
  await measure(same('demo-owner', 'parking', 'list', {}))
  await measure(same('demo-butler', 'parking', 'queue', {}))
}
