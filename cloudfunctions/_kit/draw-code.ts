import { openapi, readFileUrls, storeFile } from './store'

export interface Picture {
  scene: string
  fileID: string
}

/**
 * Draws a mini-program code and stores the picture; the file name is the scene, which reveals nothing.
 * @param page the page that a scan opens: no leading slash and no query
 */
export async function drawCode(scene: string, page: string): Promise<Picture> {
  const { buffer } = await openapi().wxacode.getUnlimited({ scene, page, checkPath: false, width: 430 })
  return { scene, fileID: await storeFile(`codes/${scene}.png`, buffer) }
}

/** The picture with a temporary address under which the client shows it. */
export const withUrl = async (picture: Picture): Promise<Picture & { url: string }> => ({
  ...picture,
  url: (await readFileUrls([picture.fileID]))[picture.fileID] ?? '',
})
