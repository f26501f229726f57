import type { PassView } from '@domain/visitor/contract'
import type { Make, Row, Rows } from '../support/rows'

const gate = '南门'

interface Made {
  /** Issued by the house's first resident. */
  pass: string
  /** The token of the pass's card. */
  token: string
  /** The entry of a guest who is inside on another pass. */
  entry: string
  /** A guest who waits at the gate. */
  walkIn: string
}

export const make: Make<Made> = async ({ estate, house, owner, guard }) => {
  const issue = (): Promise<PassView> =>
    estate.ok(owner, 'visitor', 'create', {
      houseId: house,
      name: '张三',
      party: 1,
      kind: 'once',
      from: new Date().toISOString(),
      to: new Date(Date.now() + 3_600_000).toISOString(),
    })
  const { id: pass, shareToken: token } = await issue()
  const { shortCode } = await issue()
  const { entryId: entry = '' } = await estate.ok(guard, 'visitor', 'scan', { shortCode, gate })
  const { id: walkIn } = await estate.ok(guard, 'visitor', 'walkIn', {
    houseId: house,
    name: '李四',
    party: 1,
    gate,
  })
  return { pass, token, entry, walkIn }
}

const list = (input: object, reach: Row['reach']): Row => ({ input: () => input, reach })
const pass = (more: object, reach: Row['reach']): Row<Made> => ({
  input: records => ({ id: records.pass, ...more }),
  reach,
  guess: 'id',
})
const today = { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' }
export const rows: Rows<'visitor', Made> = {
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
  list: list({}, { resident: 'everywhere', butler: 'everywhere' }),
  get: pass({}, { resident: 'ownHouse', butler: 'estate' }),
  star: pass({ starred: true }, { resident: 'host' }),
  revoke: pass({}, { resident: 'ownHouse', butler: 'estate' }),
  open: { input: ({ token }) => ({ token }), reach: { anyone: 'everywhere' } },
  scan: list({ plate: '苏E00000', gate }, { guard: 'everywhere' }),
  leave: { input: ({ entry }) => ({ entryId: entry, gate }), reach: { guard: 'estate' }, guess: 'entryId' },
  inside: list({}, { guard: 'everywhere', butler: 'everywhere' }),
  log: list(today, { guard: 'everywhere', butler: 'everywhere' }),
  exportLog: list(today, { butler: 'everywhere', manager: 'everywhere' }),
  conflicts: list({}, { butler: 'everywhere' }),
  walkIn: {
    input: ({ house }) => ({ houseId: house, name: '李四', party: 1, gate }),
    reach: { guard: 'estate' },
    guess: 'houseId',
  },
  decideWalkIn: {
    ...pass({ allow: true }, { resident: 'house', butler: 'estate' }),
    input: records => ({ id: records.walkIn, allow: true }),
  },
  block: list({ plate: '苏E00001', reason: '闯岗' }, { butler: 'everywhere' }),
  unblock: list({ id: 'a-block-long-lifted' }, { butler: 'everywhere' }),
  blocked: list({}, { butler: 'everywhere' }),
  gateKit: list({}, { guard: 'everywhere' }),
  sync: list(
    { records: [{ id: 'record-1', at: '2026-01-01T00:00:00Z', gate, refused: 'FORGED' }] },
    { guard: 'everywhere' },
  ),
}
