import type { Row } from '../support/rows'

export const rows: Record<string, Row> = {
  todo: { input: () => ({}), reach: { butler: 'everywhere', technician: 'everywhere', guard: 'everywhere', manager: 'everywhere' } },
  audit: { input: () => ({ from: '2020-01-01T00:00:00.000Z', to: '2099-01-01T00:00:00.000Z' }), reach: { manager: 'everywhere' } },
}
