import type { Row, Rows } from '../support/rows'

const staff = { butler: 'estate', manager: 'estate' } as const
const house = (more: object, reach: Row['reach']): Row => ({
  input: records => ({ houseId: records.house, ...more }),
  reach,
  guess: 'houseId',
})

export const rows: Rows<'consult'> = {
  threads: { input: () => ({}), reach: { butler: 'everywhere', manager: 'everywhere' } },
  thread: house({}, { resident: 'house', ...staff }),
  say: house({ text: '请问快递柜在哪里' }, { resident: 'house', ...staff }),
  handOver: house({ note: '已联系快递公司' }, staff),
}
