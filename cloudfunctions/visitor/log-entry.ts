import type { LogEntry, Pass } from '@domain/visitor/pass'

type Given = Omit<
  LogEntry,
  'passId' | 'houseId' | 'house' | 'name' | 'plate' | 'party' | 'until' | 'leftAt' | 'leftGate' | 'overstayed'
> & {
  /** The plate that the guard typed or read. */
  plate: string | undefined
}

/** A log entry that belongs to no visit: a refusal, or an admission that no known pass covers. */
export const entryWithoutVisit = (pass: Pass | null, { plate, ...given }: Given): LogEntry => ({
  ...given,
  ...detailsOf(pass),
  plate: plate ?? pass?.plate ?? null,
  until: null,
  leftAt: null,
  leftGate: null,
  overstayed: false,
})

const detailsOf = (pass: Pass | null): Pick<LogEntry, 'passId' | 'houseId' | 'house' | 'name' | 'party'> =>
  pass === null
    ? { passId: null, houseId: null, house: '', name: '', party: 1 }
    : { passId: pass._id, houseId: pass.houseId, house: pass.house, name: pass.name, party: pass.party }
