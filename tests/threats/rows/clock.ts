import type { Rows } from '../support/rows'

export const rows: Rows<'clock'> = {
  tick: { input: () => ({}), reach: {} },
}
