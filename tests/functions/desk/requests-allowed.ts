import type { RequestsAllowed } from '../../support/requests-allowed'

export const requestsAllowed: RequestsAllowed<'desk'> = {
  todo: {
    most: 11,
    why: 'one query for each kind of work, in parallel, after the request for the caller',
  },
  figures: { most: 3, why: 'the estate too, which is then cached for a minute; the issue’s own limit' },
  figureList: { most: 3, why: 'repairs and complaints, in parallel' },
  export: {
    most: 8,
    why: 'reads a thousand lines per request, stores the sheet, asks for its address and writes the audit',
  },
}
