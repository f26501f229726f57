import { forbidden } from '@domain/kernel/failure'
import { audit } from '../_kit/audit'
import { drawCode, withUrl } from '../_kit/draw-code'
import { houses, type House } from '../_kit/records'
import { answerOnce } from '../_kit/repetition'
import { newScene, sceneOfRequest } from '../_kit/scene'
import { action } from '../_kit/serve'
import { buildingCodes } from '../_services/account/records'

/** The page that a scan opens. */
const page = 'packages/account/bind/index'

/** @throws Refusal FORBIDDEN when the house is unknown or of another estate */
const requireOwn = (house: House | null, estateId: string | null): House => {
  if (house === null || house.estateId !== estateId) throw forbidden()
  return house
}

/** The picture of a house's code, drawn on the first request. */
export const drawHouseCode = action('account', 'houseCode', {
  load: ({ houseId }) => houses.byId(houseId),
  async run({ caller, loaded }) {
    const house = requireOwn(loaded, caller.estateId)
    if (house.picture?.scene === house.scene) return withUrl(house.picture)
    const picture = await drawCode(house.scene, page)
    await houses.change({ _id: house._id, scene: house.scene }, { picture })
    return withUrl(picture)
  },
})

/** Draws a new code for a house; the old one is invalid at once. */
export const renewCode = action('account', 'renewCode', {
  load: ({ houseId }) => houses.byId(houseId),
  async run({ caller, loaded, now, request }) {
    const house = requireOwn(loaded, caller.estateId)
    const renew = () => drawNew(house, sceneOfRequest('h', request))
    const picture = await answerOnce(request, now, renew)
    await audit(request, now, {
      estateId: house.estateId,
      by: caller.openid,
      did: 'account.renewCode',
      record: house._id,
    })
    return withUrl(picture)
  },
})

/** Draws the code and replaces the old one, unless this request has done so before. */
async function drawNew(house: House, scene: string): Promise<{ scene: string; fileID: string }> {
  if (house.picture?.scene === scene) return house.picture
  const picture = await drawCode(scene, page)
  await houses.change({ _id: house._id, scene: house.scene }, { scene, picture })
  return picture
}

/** The code for a building's door, made on the first request. */
export const drawBuildingCode = action('account', 'buildingCode', {
  async run({ input: { building }, caller }) {
    const estateId = caller.estateId ?? ''
    const buildingKey = `${estateId}:${building}`
    const [[known], [house]] = await Promise.all([
      buildingCodes.find({ buildingKey }, { limit: 1 }),
      houses.find({ estateId, building }, { limit: 1 }),
    ])
    if (!house) throw forbidden()
    if (known?.picture) return withUrl(known.picture)
    const picture = await drawCode(known?._id ?? newScene('b'), page)
    if (await buildingCodes.add({ _id: picture.scene, estateId, building, picture, buildingKey }))
      return withUrl(picture)
    const [made] = await buildingCodes.find({ buildingKey }, { limit: 1 })
    return withUrl(made?.picture ?? picture)
  },
})
