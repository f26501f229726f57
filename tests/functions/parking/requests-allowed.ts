import type { RequestsAllowed } from '../../support/requests-allowed'

export const requestsAllowed: RequestsAllowed<'parking'> = {
  get: { most: 3, why: 'a household on the waiting list reads its place' },
  queue: { most: 3, why: 'asks whether other houses want the same plates' },
  quota: { most: 3, why: 'the estate’s areas, besides the house’s vehicles' },
  lookup: {
    most: 5,
    why: 'permits, visitors’ cars, blocks and, for a whole plate, its last pass, in parallel after the request for the caller',
  },
  plates: { most: 3, why: 'the first page has the blocked plates' },
  spaces: { most: 3, why: 'the spaces and their permits' },
  occupancy: { most: 5, why: 'areas, vehicles inside, spaces given and the hours, in parallel' },
  approve: {
    most: 8,
    why: 'whether another house was granted the plate; the space and the longest waiting, or whether one is free, in the wished area or, when that has gone, in any; the audit; the estate, which is then cached for a minute',
  },
  register: {
    most: 7,
    why: 'counts the use; looks for a house that was granted the plate; looks up the wished area; the estate, which is then cached for a minute',
  },
  gate: {
    most: 7,
    why: 'the blocks, and for a car without a valid permit the passes, in parallel; the log, which a repetition reads, and what follows from it',
  },
  reserve: { most: 6, why: 'writes the space and the audit, and reads who holds the space for its answer' },
  windscreen: { most: 6, why: 'the first call draws and stores the picture' },
  export: {
    most: 8,
    why: 'reads a thousand lines per request, stores the sheet, asks for its address and writes the audit',
  },
  importSpaces: { most: Infinity, why: 'a write per new or changed space' },
  importVehicles: { most: Infinity, why: 'a query and a write per vehicle' },
  importSheet: { most: Infinity, why: 'a write per new or changed line' },
}
