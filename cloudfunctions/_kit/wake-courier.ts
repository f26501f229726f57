import type { OutboxCollection } from '@domain/clock/contract'
import { callFunction } from './store'

/** Wakes the courier for a record whose write carried messages; the timer's sweep finds what this loses. */
export function wakeCourier(carrier: OutboxCollection, id: string): void {
  callFunction('courier', { action: 'deliver', input: { carrier, id } }).catch(() => {
    console.log(JSON.stringify({ at: new Date().toISOString(), fn: 'courier', action: 'wake', code: 'LOST' }))
  })
}
