import type { Row } from '../support/rows'

const everybodysOwn = 'everywhere'
const one = (more: object, reach: Row['reach']): Row => ({
  input: records => ({ id: records.complaint, ...more }),
  reach,
  guess: 'id',
})
const staff = { butler: 'estate', manager: 'estate' } as const

export const rows: Record<string, Row> = {
  submit: {
    input: ({ house }) => ({ category: 'noise', content: '夜里施工', houseId: house }),
    reach: { resident: 'house' },
    guess: 'houseId',
  },
  list: {
    input: () => ({ scope: 'mine' }),
    reach: { resident: everybodysOwn, butler: everybodysOwn, manager: everybodysOwn },
  },
  get: one({}, { resident: 'host', ...staff }),
  history: one({}, staff),
  promises: { input: () => ({}), reach: { resident: everybodysOwn } },
  people: { input: () => ({}), reach: { resident: everybodysOwn } },
  accept: one({}, staff),
  progress: one({ note: '已联系' }, staff),
  resolve: one({ outcome: '已处理' }, staff),
  invalidate: one({ reason: '不成立' }, staff),
  callBack: one({ reached: false }, staff),
  answer: one({ satisfied: 5 }, { resident: 'host' }),
  reopen: one({ reason: '又来了' }, { resident: 'host' }),
  withdraw: one({}, { resident: 'host' }),
  close: one({}, staff),
  contact: one({}, staff),
  reveal: one({}, { manager: 'estate' }),
}
