import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Estate } from '../../functions/support/estate'
import type { Post } from '@domain/kernel/people'

/** The same kinds of record in three places: one's own house, another house of the estate, another estate. */
export interface Records {
  house: string
  order: string
  tie: string
  scene: string
}
export type Place = 'own' | 'other' | 'foreign'

/** How far somebody reaches with an action: houses they live in, houses they own, their estate, or wherever the input says. */
export type Reach = 'house' | 'ownHouse' | 'estate' | 'everywhere' | 'nowhere'

export interface Row {
  /** The call about the records of one place. */
  input(records: Records): object
  /** As a resident, by post, or as anybody. */
  reach: Partial<Record<'resident' | 'anyone' | Post, Reach>>
  /** Names the id in the input that can be guessed; absent: the call is about no record. */
  guess?: string
  /** Why calls that are allowed are not made here. */
  spare?: string
}

/** Makes the records of the three places. */
export async function makeRecords(estate: Estate): Promise<Record<Place, Records>> {
  const make = async (owner: string, house: string, butler: string, applicant: string): Promise<Records> => {
    const { id: order } = await estate.ok(owner, 'repair', 'create', { place: 'house', houseId: house, category: 'water', urgency: 'normal', description: '漏水' })
    const { scene } = await estate.ok(butler, 'account', 'renewCode', { houseId: house })
    const { id: tie } = await estate.ok(applicant, 'account', 'bind', { scene, name: '申请人', phone: '19900001234', relation: 'family' })
    return { house, order, tie, scene }
  }
  return {
    own: await make('demo-owner', 'tianma-1', 'demo-butler', 'applicant-one'),
    other: await make('demo-owner-2', 'tianma-44-1', 'demo-butler', 'applicant-two'),
    foreign: await make('demo2-owner', 'second-1-1', 'demo2-butler', 'applicant-three'),
  }
}

const folder = join(__dirname, '../rows')

/** Action → its row; one file for each function. */
export const rows: Record<string, Row> = Object.assign({}, ...readdirSync(folder).map((file) => {
  const table = (require(join(folder, file)) as { rows: Record<string, Row> }).rows
  return Object.fromEntries(Object.entries(table).map(([action, row]) => [`${file.replace(/\.ts$/, '')}.${action}`, row]))
})) as Record<string, Row>
