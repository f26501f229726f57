import { callFunction } from './store'

/**
 * Wakes the courier for a record whose write carried messages. Best effort: a lost wake-up is picked up by
 * the timer.
 */
export const wakeCourier = (collection: string, id: string): void =>
  callCourier('deliver', { collection, id })

/** Wakes the courier for a push. Best effort: a lost wake-up is picked up by the timer. */
export const wakePush = (id: string): void => callCourier('push', { id })

function callCourier(action: 'deliver' | 'push', input: object): void {
  callFunction('courier', { action, input }).catch(() => {
    console.log(JSON.stringify({ at: new Date().toISOString(), fn: 'courier', action: 'wake', code: 'LOST' }))
  })
}
