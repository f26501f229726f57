import type { Row } from '../support/rows'

const everybodysOwn: Row['reach'] = { resident: 'everywhere', guard: 'everywhere', technician: 'everywhere', butler: 'everywhere', manager: 'everywhere', committee: 'everywhere' }
const own = (input: object): Row => ({ input: () => input, reach: everybodysOwn })

export const rows: Record<string, Row> = {
  inbox: own({}), unread: own({}), consent: own({ results: {} }),
  read: { input: () => ({ id: 'somebody-elses-message' }), reach: {} },
}
