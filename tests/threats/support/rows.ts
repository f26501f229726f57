import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ActionName, FunctionName } from '@domain/contract'
import type { Post } from '@domain/kernel/people'
import type { Estate } from '../../functions/support/estate'

/**
 * Where records lie, seen from the first resident: their own house, another house of their estate, a house
 * of another estate.
 */
export type Place = 'own' | 'other' | 'foreign'

/** A place, and the people who make its records. */
export interface Scene {
  estate: Estate
  house: string
  /** The house's first resident. */
  owner: string
  butler: string
  guard: string
  /** Asks to be bound to the house. */
  applicant: string
}

/** The ids that calls name: the house of the place, and what the services made there. */
export type Records = { house: string } & Record<string, string>

/**
 * How far an action reaches: houses that the person lives in, houses that they own, what they issued
 * themselves as host, their estate, or wherever the input says.
 */
export type Reach = 'house' | 'host' | 'ownHouse' | 'estate' | 'everywhere' | 'nowhere'

/** One action; `Made` are the records that its service made. */
export interface Row<Made extends object = object> {
  /** The call about the records of one place. */
  input: (records: { house: string } & Made) => object
  /** As a resident, by post, or as anybody. */
  reach: Partial<Record<'resident' | 'anyone' | Post, Reach>>
  /** Names the id in the input that can be guessed; absent: the call is about no record. */
  guess?: string
  /** Why allowed calls of this action are not made here. */
  spare?: string
}

/** `rows` of `tests/threats/rows/<function>.ts`: an action without a row does not compile. */
export type Rows<F extends FunctionName, Made extends object = object> = Record<ActionName<F>, Row<Made>>

/** `make` of the same file: makes the service's records in one place. A function without records has none. */
export type Make<Made extends object> = (scene: Scene) => Promise<Made>

interface RowFile {
  fn: string
  rows: Record<string, Row<Records>>
  make?: Make<Record<string, string>>
}

const folder = join(__dirname, '../rows')
const rowFiles: RowFile[] = readdirSync(folder).map(file => ({
  fn: file.replace(/\.ts$/, ''),
  ...(require(join(folder, file)) as Omit<RowFile, 'fn'>),
}))

/** The rows of all functions, by `<function>.<action>`. */
export const rows: Record<string, Row<Records>> = Object.fromEntries(
  rowFiles.flatMap(file =>
    Object.entries(file.rows).map(([action, row]) => [`${file.fn}.${action}`, row] as const),
  ),
)

/** Functions that have a file of rows. */
export const functionsWithRows: readonly string[] = rowFiles.map(({ fn }) => fn)

/** Makes the records of every service in the three places. */
export async function makeRecords(estate: Estate): Promise<Record<Place, Records>> {
  const first = { estate, butler: 'demo-butler', guard: 'demo-guard' }
  const second = { estate, butler: 'demo2-butler', guard: 'demo2-guard' }
  return {
    own: await makePlace({ ...first, house: 'tianma-1', owner: 'demo-owner', applicant: 'applicant-one' }),
    other: await makePlace({
      ...first,
      house: 'tianma-44-1',
      owner: 'demo-owner-2',
      applicant: 'applicant-two',
    }),
    foreign: await makePlace({
      ...second,
      house: 'second-1-1',
      owner: 'demo2-owner',
      applicant: 'applicant-three',
    }),
  }
}

async function makePlace(scene: Scene): Promise<Records> {
  const records: Records = { house: scene.house }
  for (const { fn, make } of rowFiles) {
    for (const [name, id] of Object.entries((await make?.(scene)) ?? {})) {
      if (name in records) throw new Error(`tests/threats/rows/${fn}.ts: another file makes ${name} too`)
      records[name] = id
    }
  }
  return records
}
