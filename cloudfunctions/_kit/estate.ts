import type { RepairPromises } from '@domain/repair/clocks'
import { forbidden } from '@domain/kernel/failure'
import { estates, type Estate } from './records'

const keptMs = 60_000
const known = new Map<string, { estate: Estate; until: number }>()

/** An estate's settings; kept for a minute by the instance, because they change a few times a year. */
export async function estateOf(id: string): Promise<Estate> {
  const have = known.get(id)
  if (have && have.until > Date.now()) return have.estate
  const estate = await estates.byId(id)
  if (estate === null) throw forbidden()
  known.set(id, { estate, until: Date.now() + keptMs })
  return estate
}

export const promisesOf = async (id: string): Promise<RepairPromises> => (await estateOf(id)).promises
