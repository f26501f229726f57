import { forbidden } from '@domain/kernel/failure'
import { buildingCodes, houses, type House } from '../_kit/account-records'
import { audit } from '../_kit/audit'
import { newScene } from '../_kit/scene'
import { action } from '../_kit/serve'
import { addressesOf, openapi, storeFile } from '../_kit/store'

type Picture = { scene: string; fileID: string }

/** Where a scanned code leads; wxacode takes no leading slash and no query. */
const page = 'packages/account/bind/index'

/** A mini-program code in storage, under a name that tells nothing. */
async function draw(scene: string): Promise<Picture> {
  const { buffer } = await openapi().wxacode.getUnlimited({ scene, page, checkPath: false, width: 430 })
  return { scene, fileID: await storeFile(`codes/${scene}.png`, buffer) }
}

const withAddress = async (picture: Picture) => ({ ...picture, url: (await addressesOf([picture.fileID]))[picture.fileID] ?? '' })

const own = (house: House | null, estateId: string | null): House => {
  if (house === null || house.estateId !== estateId) throw forbidden()
  return house
}

/** The picture of a house's code, drawn when it is first asked for. */
export const houseCode = action('account', 'houseCode', {
  load: ({ houseId }) => houses.byId(houseId),
  async run({ caller, loaded }) {
    const house = own(loaded, caller.estateId)
    if (house.picture?.scene === house.scene) return withAddress(house.picture)
    const picture = await draw(house.scene)
    await houses.change({ _id: house._id, scene: house.scene }, { picture })
    return withAddress(picture)
  },
})

/** A new code for a house; the old one stops at once. */
export const renewCode = action('account', 'renewCode', {
  load: ({ houseId }) => houses.byId(houseId),
  async run({ caller, loaded, now, requestKey }) {
    const house = own(loaded, caller.estateId)
    const picture = await draw(newScene('h'))
    await houses.change({ _id: house._id, scene: house.scene }, { scene: picture.scene, picture })
    await audit(requestKey, now, { estateId: house.estateId, by: caller.openid, did: 'account.renewCode', record: house._id })
    return withAddress(picture)
  },
})

/** The code for a building's door; made when it is first asked for. */
export const buildingCode = action('account', 'buildingCode', {
  async run({ input: { building }, caller }) {
    const estateId = caller.estateId ?? ''
    const buildingKey = `${estateId}:${building}`
    const [[known], [house]] = await Promise.all([
      buildingCodes.find({ buildingKey }, { limit: 1 }), houses.find({ estateId, building }, { limit: 1 }),
    ])
    if (!house) throw forbidden()
    if (known?.picture) return withAddress(known.picture)
    const picture = await draw(known?._id ?? newScene('b'))
    if (await buildingCodes.add({ _id: picture.scene, estateId, building, picture, buildingKey })) return withAddress(picture)
    const [made] = await buildingCodes.find({ buildingKey }, { limit: 1 })
    return withAddress(made?.picture ?? picture)
  },
})
