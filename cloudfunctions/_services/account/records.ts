import type { Binding } from '@domain/account/binding'
import type { EndedPostRecord } from '@domain/account/ended-post'
import { collection } from '../../_kit/store'

/** The mini-program code at a building's door; `_id` is the scene. */
export interface BuildingCode {
  _id: string
  estateId: string
  building: string
  picture: { scene: string; fileID: string } | null
  buildingKey: string
}

export const endedPosts = collection<EndedPostRecord>('ended_posts')
export const bindings = collection<Binding>('bindings')
export const buildingCodes = collection<BuildingCode>('building_codes')

export const liveKey = (houseId: string, openid: string): string => `${houseId}:${openid}`
