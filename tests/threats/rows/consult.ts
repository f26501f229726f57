import type { Row } from '../support/rows'

const everybodysOwn = 'everywhere'
const staff = { butler: 'estate', manager: 'estate' } as const
const house = (more: object, reach: Row['reach']): Row => ({
  input: records => ({ houseId: records.house, ...more }),
  reach,
  guess: 'houseId',
})

export const rows: Record<string, Row> = {
  threads: { input: () => ({}), reach: { butler: everybodysOwn, manager: everybodysOwn } },
  thread: house({}, { resident: 'house', ...staff }),
  say: house({ text: '请问快递柜在哪里' }, { resident: 'house', ...staff }),
  handOver: house({ note: '已联系快递公司' }, staff),
}
