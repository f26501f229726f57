import { forbidden } from '@domain/kernel/failure'
import { defaultSettings, type Settings } from '@domain/settings'
import { estates, type Estate } from './records'

const cachedMs = 60_000
/** An estate whose settings are complete: its own where it has set them, the defaults elsewhere. */
export type SetEstate = Estate & { settings: Settings }
const cached = new Map<string, { estate: SetEstate; at: number }>()

/**
 * Reads an estate with all its settings. The instance caches it for a minute, because settings change a few
 * times a year.
 * @throws Refusal FORBIDDEN when there is no such estate
 */
export async function readEstate(id: string): Promise<SetEstate> {
  const entry = cached.get(id)
  // After the clock was set back an entry would look young for long: the age counts in both directions.
  if (entry && Math.abs(Date.now() - entry.at) < cachedMs) return entry.estate
  const stored = await estates.byId(id)
  if (stored === null) throw forbidden()
  const estate = { ...stored, settings: withDefaults(stored.settings) }
  cached.set(id, { estate, at: Date.now() })
  return estate
}

/** Drops an estate from the cache after a change, so that this instance sees the change at once. */
export function forgetEstate(id: string): void {
  cached.delete(id)
}

// `Object.fromEntries` forgets which key has which values; the keys are those of `defaultSettings`.
const withDefaults = (own: Estate['settings'] = {}): Settings =>
  Object.fromEntries(
    Object.entries(defaultSettings).map(([service, values]) => [
      service,
      { ...values, ...own[service as keyof Settings] },
    ]),
  ) as unknown as Settings
