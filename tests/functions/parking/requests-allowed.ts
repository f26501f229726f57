import type { RequestsAllowed } from '../../support/requests-allowed'

export const requestsAllowed: RequestsAllowed<'parking'> = {
  get: { most: 3, why: 'whoever waits is told their place in the line' },
  quota: { most: 3, why: 'the areas there are, besides the house’s vehicles' },
  lookup: {
    most: 3,
    why: 'permits and visitors’ cars, side by side, behind that for the caller; the issue’s own bar',
  },
  spaces: { most: 3, why: 'the plan, and who holds its spaces' },
  occupancy: { most: 5, why: 'areas, vehicles inside, spaces given and the hours, side by side' },
  approve: {
    most: 7,
    why: 'the space and who has waited longest, or whether one is free, in the area that was wished for or, where it has gone, in any; audited; and for the estate, which is then known for a minute',
  },
  register: {
    most: 5,
    why: 'a plate that is taken is looked for, so that the answer can say so; an area that is wished for is looked up',
  },
  gate: { most: 5, why: 'a car without a valid permit may be a visitor’s; everybody else’s takes four' },
  reserve: { most: 6, why: 'writes the space, the audit and its answer, which says who holds it' },
  windscreen: { most: 6, why: 'the first time draws and stores the picture' },
  export: {
    most: 8,
    why: 'a thousand lines a request, then the sheet is stored, its address asked for, and the audit written',
  },
  importSpaces: { most: Infinity, why: 'a write per space that is new or different' },
  importVehicles: { most: Infinity, why: 'a question and a write per vehicle' },
  importSheet: { most: Infinity, why: 'a write per line that is new or different' },
}
