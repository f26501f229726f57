import { randomUUID } from 'node:crypto'
import type { Doc } from './store'

/** What a service stores about a person: how to copy it for them, and how to erase them from it. */
export interface PersonalData {
  /** The key of the copy in the answer of `account.exportMine`. */
  name: string
  copy: (openid: string) => Promise<object[]>
  /** Erases the person; `alias` takes the place of the openid in records that stay. Idempotent. */
  forget: (openid: string, alias: string) => Promise<void>
}

/** Records of each kind that a copy holds; a person with more asks the office. */
export const mostCopied = 500

/** A random alias for a person who is erased; it reveals nothing about them. */
export const newAlias = (): string => `erased-${randomUUID()}`

/** A record without the fields that only serve delivery and repetition (`outbox`, `marks`). */
export const withoutTransport = <T extends Doc>({
  outbox: _outbox,
  marks: _marks,
  ...rest
}: T & { outbox?: unknown; marks?: unknown }) => rest

/** The steps of a timeline, the person's own under the alias and without a name. */
export const anonymiseSteps = <S extends { by: { openid: string; name: string } }>(
  steps: readonly S[],
  openid: string,
  alias: string,
): S[] =>
  steps.map(step =>
    step.by.openid === openid ? { ...step, by: { ...step.by, openid: alias, name: '' } } : step,
  )
