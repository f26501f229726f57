import type { Rows } from '../support/rows'

const period = { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' }

export const rows: Rows<'desk'> = {
  todo: {
    input: () => ({}),
    reach: { butler: 'everywhere', technician: 'everywhere', guard: 'everywhere', manager: 'everywhere' },
  },
  figures: {
    input: () => period,
    reach: { butler: 'everywhere', manager: 'everywhere', committee: 'everywhere' },
  },
  figureList: {
    input: () => ({ figure: 'satisfied', ...period }),
    reach: { butler: 'everywhere', manager: 'everywhere', committee: 'everywhere' },
  },
  appraisal: {
    input: () => ({ month: '2026-01' }),
    reach: { butler: 'everywhere', technician: 'everywhere', manager: 'everywhere' },
  },
  export: { input: () => ({ what: 'repairs', ...period }), reach: { manager: 'everywhere' } },
  audit: {
    input: () => ({ from: '2020-01-01T00:00:00.000Z', to: '2099-01-01T00:00:00.000Z' }),
    reach: { manager: 'everywhere' },
  },
}
