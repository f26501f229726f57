import { forbidden } from '@domain/kernel/failure'
import { buildingCodes } from '../_services/account/records'
import { audit } from '../_kit/audit'
import { codePicture } from '../_kit/code-picture'
import { newScene } from '../_kit/scene'
import { action } from '../_kit/serve'
import { houses, type House } from '../_kit/records'

/** Where a scanned code leads. */
const page = 'packages/account/bind/index'

const own = (house: House | null, estateId: string | null): House => {
  if (house === null || house.estateId !== estateId) throw forbidden()
  return house
}

/** The picture of a house's code, drawn when it is first asked for. */
export const houseCode = action('account', 'houseCode', {
  load: ({ houseId }) => houses.byId(houseId),
  async run({ caller, loaded }) {
    const house = own(loaded, caller.estateId)
    if (house.picture?.scene === house.scene) return codePicture.shown(house.picture)
    const picture = await codePicture.draw(house.scene, page)
    await houses.change({ _id: house._id, scene: house.scene }, { picture })
    return codePicture.shown(picture)
  },
})

/** A new code for a house; the old one stops at once. */
export const renewCode = action('account', 'renewCode', {
  load: ({ houseId }) => houses.byId(houseId),
  async run({ caller, loaded, now, requestKey }) {
    const house = own(loaded, caller.estateId)
    const picture = await codePicture.draw(newScene('h'), page)
    await houses.change({ _id: house._id, scene: house.scene }, { scene: picture.scene, picture })
    await audit(requestKey, now, {
      estateId: house.estateId,
      by: caller.openid,
      did: 'account.renewCode',
      record: house._id,
    })
    return codePicture.shown(picture)
  },
})

/** The code for a building's door; made when it is first asked for. */
export const buildingCode = action('account', 'buildingCode', {
  async run({ input: { building }, caller }) {
    const estateId = caller.estateId ?? ''
    const buildingKey = `${estateId}:${building}`
    const [[known], [house]] = await Promise.all([
      buildingCodes.find({ buildingKey }, { limit: 1 }),
      houses.find({ estateId, building }, { limit: 1 }),
    ])
    if (!house) throw forbidden()
    if (known?.picture) return codePicture.shown(known.picture)
    const picture = await codePicture.draw(known?._id ?? newScene('b'), page)
    if (await buildingCodes.add({ _id: picture.scene, estateId, building, picture, buildingKey }))
      return codePicture.shown(picture)
    const [made] = await buildingCodes.find({ buildingKey }, { limit: 1 })
    return codePicture.shown(made?.picture ?? picture)
  },
})
