import type { Row } from '../support/rows'

const everybodysOwn = 'everywhere'
const list = (input: object, reach: Row['reach']): Row => ({ input: () => input, reach })
const pass = (more: object, reach: Row['reach']): Row => ({
  input: records => ({ id: records.pass, ...more }),
  reach,
  guess: 'id',
})
const today = { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' }
const gate = '南门'

export const rows: Record<string, Row> = {
  create: {
    input: ({ house }) => ({
      houseId: house,
      name: '张三',
      party: 1,
      kind: 'once',
      from: new Date().toISOString(),
      to: new Date(Date.now() + 3_600_000).toISOString(),
    }),
    reach: { resident: 'house' },
    guess: 'houseId',
  },
  list: list({}, { resident: everybodysOwn }),
  get: pass({}, { resident: 'host' }),
  star: pass({ starred: true }, { resident: 'host' }),
  revoke: pass({}, { resident: 'host' }),
  open: { input: ({ token }) => ({ token }), reach: { anyone: everybodysOwn } },
  scan: list({ plate: '苏E00000', gate }, { guard: everybodysOwn }),
  leave: { input: ({ entry }) => ({ entryId: entry, gate }), reach: { guard: 'estate' }, guess: 'entryId' },
  inside: list({}, { guard: everybodysOwn, butler: everybodysOwn }),
  log: list(today, { guard: everybodysOwn, butler: everybodysOwn }),
  exportLog: list(today, { butler: everybodysOwn, manager: everybodysOwn }),
  conflicts: list({}, { butler: everybodysOwn }),
  walkIn: {
    input: ({ house }) => ({ houseId: house, name: '李四', party: 1, gate }),
    reach: { guard: 'estate' },
    guess: 'houseId',
  },
  decideWalkIn: {
    ...pass({ allow: true }, { resident: 'house', butler: 'estate' }),
    input: records => ({ id: records.walkIn, allow: true }),
  },
  block: list({ plate: '苏E00001', reason: '闯岗' }, { butler: everybodysOwn }),
  unblock: list({ id: 'a-block-long-lifted' }, { butler: everybodysOwn }),
  blocked: list({}, { butler: everybodysOwn }),
  gateKit: list({}, { guard: everybodysOwn }),
  sync: list(
    { records: [{ id: 'record-1', at: '2026-01-01T00:00:00Z', gate, refused: 'FORGED' }] },
    { guard: everybodysOwn },
  ),
}
