import { createStore } from './store'

/** How the network is, in the words a person needs. */
export type Weather = { kind: 'calm' } | { kind: 'trying'; attempt: number; of: number } | { kind: 'offline' }

export const weather = createStore<Weather>({ kind: 'calm' })

const calm: Weather = { kind: 'calm' }
export const clearUp = (): void => {
  if (weather.get().kind !== 'calm') weather.set(calm)
}
