import { forbidden } from '@domain/kernel/failure'
import { defaultSettings, type Settings } from '@domain/settings'
import { estates, type Estate } from './records'

const keptMs = 60_000
export type SetEstate = Estate & { settings: Settings }
const known = new Map<string, { estate: SetEstate; at: number }>()

/**
 * An estate with all its settings; kept for a minute by the instance, because they change a few times a
 * year.
 */
async function read(id: string): Promise<SetEstate> {
  const have = known.get(id)
  // A clock that was set back makes what is kept look young for long: its age is counted both ways.
  if (have && Math.abs(Date.now() - have.at) < keptMs) return have.estate
  const stored = await estates.byId(id)
  if (stored === null) throw forbidden()
  const estate = { ...stored, settings: withDefaults(stored.settings) }
  known.set(id, { estate, at: Date.now() })
  return estate
}

/** `readEstate(id)`; `forget` after a change, so that this instance sees it at once. */
export const readEstate = Object.assign(read, { forget: (id: string) => known.delete(id) })

const withDefaults = (own: Estate['settings'] = {}): Settings =>
  Object.fromEntries(
    Object.entries(defaultSettings).map(([service, values]) => [
      service,
      { ...values, ...own[service as keyof Settings] },
    ]),
  ) as unknown as Settings
