import type { Make, Row, Rows } from '../support/rows'

export interface RepairRecords {
  order: string
}

export const make: Make<RepairRecords> = async ({ estate, house, owner }) => {
  const { id: order } = await estate.ok(owner, 'repair', 'create', {
    place: 'house',
    houseId: house,
    category: 'water',
    urgency: 'normal',
    description: '漏水',
  })
  return { order }
}

const order = (more: object, reach: Row['reach']): Row<RepairRecords> => ({
  input: records => ({ id: records.order, ...more }),
  reach,
  guess: 'id',
})
const list = (input: object, reach: Row['reach']): Row => ({ input: () => input, reach })

export const rows: Rows<'repair', RepairRecords> = {
  create: {
    input: ({ house }) => ({
      place: 'house',
      houseId: house,
      category: 'water',
      urgency: 'normal',
      description: '漏水',
    }),
    reach: { resident: 'house' },
    guess: 'houseId',
  },
  list: list(
    { scope: 'mine' },
    { resident: 'everywhere', butler: 'everywhere', technician: 'everywhere', manager: 'everywhere' },
  ),
  get: order({}, { resident: 'house', butler: 'estate', technician: 'estate', manager: 'estate' }),
  similar: list({ place: 'house', category: 'water' }, { resident: 'everywhere' }),
  accept: order({}, { butler: 'estate' }),
  grab: order({}, { technician: 'estate' }),
  assign: order({ technician: 'demo-technician' }, { butler: 'estate' }),
  start: order({}, { technician: 'estate' }),
  quote: order({ items: [{ name: '阀芯', price: 1, count: 1 }] }, { technician: 'estate' }),
  decideQuote: order({ agree: true }, { resident: 'house' }),
  finish: order({ note: '好了' }, { technician: 'estate' }),
  verify: order({ accepted: false, reason: '还漏' }, { resident: 'house' }),
  rate: order({ speed: 5, quality: 5, attitude: 5 }, { resident: 'house' }),
  urge: order({}, { resident: 'house' }),
  contact: order({}, { butler: 'estate', technician: 'estate' }),
  merge: { input: ({ order: id }) => ({ id, into: id }), reach: { butler: 'estate' }, guess: 'id' },
  cancel: order({ reason: '不需要了' }, { resident: 'house', butler: 'estate' }),
  house: {
    input: ({ house }) => ({ houseId: house }),
    reach: { resident: 'house', butler: 'everywhere', technician: 'everywhere', manager: 'everywhere' },
    guess: 'houseId',
  },
  technicians: list({}, { butler: 'everywhere' }),
}
