import { forbidden } from '@domain/kernel/failure'
import { readEstate } from '../_kit/estate'
import { houses } from '../_kit/records'
import { action } from '../_kit/serve'
import { scanCode } from './scan-code'

/**
 * What a stranger learns from a code: the name of the estate and the codes of the houses that it leads to.
 */
export const lookUpCode = action('account', 'lookupCode', {
  load: ({ scene }) => scanCode(scene),
  async run({ loaded: scanned }) {
    if (scanned === null) throw forbidden()
    const [estate, inside] = await Promise.all([
      readEstate(scanned.estateId),
      scanned.building === null
        ? []
        : houses.findAll(
            { estateId: scanned.estateId, building: scanned.building },
            { by: 'code', only: ['code'] },
          ),
    ])
    const shown = scanned.house ? [scanned.house] : inside
    return {
      estate: estate.name,
      building: scanned.building,
      houses: shown.map(house => ({ id: house._id, code: house.code })),
    }
  },
})
