import type { Make, Row, Rows } from '../support/rows'

interface Made {
  binding: string
  scene: string
}

export const make: Make<Made> = async ({ estate, house, butler, applicant }) => {
  const { scene } = await estate.ok(butler, 'account', 'renewCode', { houseId: house })
  const { id: binding } = await estate.ok(applicant, 'account', 'bind', {
    scene,
    name: '申请人',
    phone: '19900001234',
    relation: 'family',
  })
  return { binding, scene }
}

const own = (input: object, reach: Row['reach']): Row => ({ input: () => input, reach })
const binding = (more: object, reach: Row['reach']): Row<Made> => ({
  input: records => ({ id: records.binding, ...more }),
  reach,
  guess: 'id',
})
const house = (more: object, reach: Row['reach']): Row => ({
  input: records => ({ houseId: records.house, ...more }),
  reach,
  guess: 'houseId',
})
const anybody = { anyone: 'everywhere' } as const

export const rows: Rows<'account', Made> = {
  session: own({}, anybody),
  updateProfile: own({ largeText: false }, anybody),
  agreePrivacy: own({ version: '2026-11-01' }, anybody),
  switchEstate: { input: () => ({ estateId: 'nowhere' }), reach: {} },
  lookupCode: { input: ({ scene }) => ({ scene }), reach: anybody },
  bind: {
    input: ({ scene }) => ({ scene, name: '某人', phone: '19900001234', relation: 'family' }),
    reach: anybody,
    spare: 'tests/functions/account/a-stranger-gets-into-a-house: it would move people into houses',
  },
  bindings: {
    input: ({ house: houseId }) => ({ houseId }),
    reach: { resident: 'ownHouse', butler: 'everywhere' },
    guess: 'houseId',
  },
  decideBinding: binding({ approve: false }, { resident: 'ownHouse', butler: 'estate' }),
  bindingPhone: binding({}, { butler: 'estate' }),
  unbind: {
    ...binding({}, { resident: 'ownHouse', butler: 'estate' }),
    spare: 'it would end the binding that other calls are about',
  },
  houses: own({}, { butler: 'everywhere', guard: 'everywhere', manager: 'everywhere' }),
  importHouses: own({ rows: [] }, { manager: 'everywhere' }),
  importSheet: {
    input: () => ({ fileID: 'cloud://local/uploads/none0000.csv' }),
    reach: { manager: 'nowhere' },
  },
  houseCode: house({}, { butler: 'estate', manager: 'estate' }),
  renewCode: house({}, { butler: 'estate', manager: 'estate' }),
  buildingCode: own({ building: '1' }, { butler: 'everywhere', manager: 'everywhere' }),
  household: house({}, { resident: 'house', butler: 'everywhere' }),
  saveHousehold: house({ pets: '猫' }, { resident: 'house' }),
  staff: own({}, { manager: 'everywhere' }),
  grant: own({ openid: 'nobody-yet', role: 'committee', name: '某人' }, { manager: 'everywhere' }),
  revoke: own({ openid: 'nobody-yet', role: 'committee' }, { manager: 'everywhere' }),
  settings: own({}, { manager: 'everywhere' }),
  updateSettings: own({}, { manager: 'everywhere' }),
  exportMine: own({}, anybody),
  erase: {
    input: () => ({ confirm: true }),
    reach: anybody,
    spare: 'it would remove the people; tests/functions/account/a-person-who-left-stays-in-the-records',
  },
}
