import { addressesOf, openapi, storeFile } from './store'

export interface Picture {
  scene: string
  fileID: string
}

/**
 * Mini-program codes as pictures in storage, under names that tell nothing. `page`: no leading slash and no
 * query.
 */
export const codePicture = {
  async draw(scene: string, page: string): Promise<Picture> {
    const { buffer } = await openapi().wxacode.getUnlimited({ scene, page, checkPath: false, width: 430 })
    return { scene, fileID: await storeFile(`codes/${scene}.png`, buffer) }
  },
  /** With an address that shows it for a while. */
  shown: async (picture: Picture): Promise<Picture & { url: string }> => ({
    ...picture,
    url: (await addressesOf([picture.fileID]))[picture.fileID] ?? '',
  }),
}
