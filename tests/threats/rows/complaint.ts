import type { Make, Row, Rows } from '../support/rows'

interface Made {
  /** Submitted by the house's first resident. */
  complaint: string
}

export const make: Make<Made> = async ({ estate, house, owner }) => {
  const { id: complaint } = await estate.ok(owner, 'complaint', 'submit', {
    category: 'noise',
    content: '夜里施工',
    houseId: house,
  })
  return { complaint }
}

const complaint = (more: object, reach: Row['reach']): Row<Made> => ({
  input: records => ({ id: records.complaint, ...more }),
  reach,
  guess: 'id',
})
const staff = { butler: 'estate', manager: 'estate' } as const

export const rows: Rows<'complaint', Made> = {
  submit: {
    input: ({ house }) => ({ category: 'noise', content: '夜里施工', houseId: house }),
    reach: { resident: 'house' },
    guess: 'houseId',
  },
  list: {
    input: () => ({ scope: 'mine' }),
    reach: { resident: 'everywhere', butler: 'everywhere', manager: 'everywhere' },
  },
  get: complaint({}, { resident: 'host', ...staff }),
  history: complaint({}, staff),
  promises: { input: () => ({}), reach: { resident: 'everywhere' } },
  people: { input: () => ({}), reach: { resident: 'everywhere' } },
  accept: complaint({}, staff),
  progress: complaint({ note: '已联系' }, staff),
  resolve: complaint({ outcome: '已处理' }, staff),
  invalidate: complaint({ reason: '不成立' }, staff),
  callBack: complaint({ reached: false }, staff),
  answer: complaint({ satisfied: 5 }, { resident: 'host' }),
  reopen: complaint({ reason: '又来了' }, { resident: 'host' }),
  withdraw: complaint({}, { resident: 'host' }),
  close: complaint({}, staff),
  contact: complaint({}, staff),
  reveal: complaint({}, { manager: 'estate' }),
}
