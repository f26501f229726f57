import { createStore } from '@/state/store'

/** How the connection to the service is, as far as the reader needs to know. */
export type Connection =
  { kind: 'good' } | { kind: 'trying'; attempt: number; of: number } | { kind: 'offline' }

export const connection = createStore<Connection>({ kind: 'good' })

const good: Connection = { kind: 'good' }
export const reconnected = (): void => {
  if (connection.get().kind !== 'good') connection.set(good)
}
