import { houses, type House } from '../_kit/records'
import { buildingCodes } from '../_services/account/records'

/** What a scene leads to now: a house, or a building of which the user chooses a house. */
export interface Scanned {
  estateId: string
  building: string | null
  house: House | null
}

const isHouseScene = (scene: string): boolean => scene.startsWith('h')

/**
 * Reads a code and the house that it leads to; null: an old or invented code.
 * @param houseId chooses one of the building's houses
 */
export async function scanCode(scene: string, houseId?: string): Promise<Scanned | null> {
  if (isHouseScene(scene)) {
    const [house] = await houses.find({ scene }, { limit: 1 })
    return house ? { estateId: house.estateId, building: null, house } : null
  }
  const [code, house] = await Promise.all([buildingCodes.byId(scene), houseId ? houses.byId(houseId) : null])
  if (code === null) return null
  const inside = house && house.estateId === code.estateId && house.building === code.building ? house : null
  return { estateId: code.estateId, building: code.building, house: inside }
}
