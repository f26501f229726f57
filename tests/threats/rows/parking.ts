import type { Make, Row, Rows } from '../support/rows'

interface Made {
  /** A bicycle of the house that waits to be approved. */
  car: string
}

export const make: Make<Made> = async ({ estate, house, owner }) => {
  const { id: car } = await estate.ok(owner, 'parking', 'register', {
    houseId: house,
    vehicle: 'bicycle',
    permit: 'temporary',
  })
  return { car }
}

const list = (input: object, reach: Row['reach']): Row => ({ input: () => input, reach })
const car = (more: object, reach: Row['reach']): Row<Made> => ({
  input: records => ({ id: records.car, ...more }),
  reach,
  guess: 'id',
})
const today = { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' }
const desk = { butler: 'everywhere', manager: 'everywhere' } as const
const house = { resident: 'house' } as const

export const rows: Rows<'parking', Made> = {
  register: {
    input: records => ({ houseId: records.house, vehicle: 'bicycle', permit: 'temporary' }),
    reach: house,
    guess: 'houseId',
  },
  list: list({}, { resident: 'everywhere', butler: 'everywhere', manager: 'everywhere' }),
  get: car({}, { ...house, butler: 'estate', manager: 'estate' }),
  quota: { input: records => ({ houseId: records.house }), reach: house, guess: 'houseId' },
  cancel: car({}, house),
  renew: car({}, house),
  queue: list({}, { butler: 'everywhere' }),
  approve: car({ until: new Date(Date.now() + 86_400_000).toISOString() }, { butler: 'estate' }),
  reject: car({ reason: '不符合' }, { butler: 'estate' }),
  end: car({ reason: '已搬走' }, { butler: 'estate' }),
  spaces: list({}, desk),
  areas: list({}, desk),
  reserve: {
    ...list({ no: 'no-such-space', reserved: true }, { butler: 'everywhere' }),
    spare: 'the space is named by its number within the caller’s estate',
  },
  importSpaces: list({ rows: [{ no: 'T-1', area: 'T', vehicle: 'car' }] }, desk),
  importVehicles: list({ rows: [{ house: '1', vehicle: 'bicycle', permit: 'owned' }] }, desk),
  importSheet: {
    ...list({ what: 'spaces', fileID: 'cloud://local.local-local/uploads/none0000' }, desk),
    spare: 'there is no such file',
  },
  lookup: list({ plate: 'XYZ' }, { guard: 'everywhere', butler: 'everywhere' }),
  plates: list({}, { guard: 'everywhere' }),
  gate: list({ plate: '鲁F00000', direction: 'in', gate: '南门' }, { guard: 'everywhere' }),
  log: list(today, { guard: 'everywhere', ...desk }),
  occupancy: list({}, desk),
  export: list({ what: 'log', ...today }, desk),
  moveCar: list({ plate: '鲁F00000' }, { resident: 'everywhere', guard: 'everywhere' }),
  moveAsked: car({}, { resident: 'nowhere', guard: 'nowhere' }),
  answerMove: car({ answer: 'coming5' }, house),
  windscreen: car({}, house),
}
