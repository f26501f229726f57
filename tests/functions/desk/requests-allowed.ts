import type { RequestsAllowed } from '../../support/requests-allowed'

export const requestsAllowed: RequestsAllowed<'desk'> = {
  todo: {
    most: 10,
    why: 'one query for each kind of work that waits, side by side, behind that for the caller',
  },
  figures: { most: 3, why: 'the estate too, which is then known for a minute; the issue’s own bar' },
  figureList: { most: 3, why: 'repairs and complaints, side by side' },
  export: {
    most: 8,
    why: 'a thousand lines a request, then the sheet is stored, its address asked for, and the audit written',
  },
}
