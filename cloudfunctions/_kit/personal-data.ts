import { randomUUID } from 'node:crypto'
import type { Doc } from './store'

/** What a service keeps of a person: how to hand them a copy, and how to take the person out of it. */
export interface PersonalData {
  /** The key of the copy in the answer of `account.exportMine`. */
  name: string
  copy(openid: string): Promise<object[]>
  /** Takes the person out; `alias` stands for them where something must stand. Idempotent. */
  forget(openid: string, alias: string): Promise<void>
}

/** Records of each kind that are handed over; a person with more asks the office. */
export const mostCopied = 500

/** A stand-in for a person who was erased; it tells nothing about them. */
export const newAlias = (): string => `erased-${randomUUID()}`

/** A record without the fields that only serve the transport of messages. */
export const withoutTransport = <T extends Doc>({
  outbox: _outbox,
  marks: _marks,
  ...rest
}: T & { outbox?: unknown; marks?: unknown }) => rest

/** The steps of a timeline with the person's part under the alias and without a name. */
export const anonymisedSteps = <S extends { by: { openid: string; name: string } }>(
  steps: readonly S[],
  openid: string,
  alias: string,
): S[] =>
  steps.map(step =>
    step.by.openid === openid ? { ...step, by: { ...step.by, openid: alias, name: '' } } : step,
  )
