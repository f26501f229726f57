import { createHmac, timingSafeEqual } from 'node:crypto'
import { deriveKeys } from '../../_kit/secret'

/**
 * A participant's ticket holds the event, the number of the sign-up and a proof of both; no personal data.
 */
const purpose = 'anlin-event-ticket'
const proofLength = 20

const proofWith = (key: Buffer, eventId: string, since: number, who: string): string =>
  createHmac('sha256', key)
    .update(`${eventId}|${String(since)}|${who}`)
    .digest('base64url')
    .slice(0, proofLength)

export const ticketOf = (eventId: string, since: number, who: string): string =>
  `${eventId}.${String(since)}.${proofWith(deriveKeys(purpose, eventId)[0], eventId, since, who)}`

/**
 * The event and sign-up that a ticket names; null when the text is no ticket. `isGenuine` checks the proof.
 */
export function readTicket(code: string): { eventId: string; since: number; proof: string } | null {
  const [, eventId, since, proof] = /^([A-Za-z0-9_-]{3,64})\.(\d{1,6})\.([A-Za-z0-9_-]{20})$/.exec(code) ?? []
  return eventId && since && proof ? { eventId, since: Number(since), proof } : null
}

export const isGenuine = (
  { eventId, since, proof }: { eventId: string; since: number; proof: string },
  who: string,
): boolean =>
  deriveKeys(purpose, eventId).some(key =>
    timingSafeEqual(Buffer.from(proofWith(key, eventId, since, who)), Buffer.from(proof)),
  )
