import { everyAction, isForMachines } from '../../support/every-action'
import { exceptions, requestsAllowed } from '../../support/requests-allowed'
import { startEstate, type Estate } from '../support/estate'
import { callsOf, readMeasured } from '../support/measured-calls'

jest.setTimeout(180_000)

interface Cost {
  calls: number
  requests: { max: number }
  scans: number
}
let costs: Record<string, Cost>
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
  await estate.post('/stats/reset')
  for (const [, measured] of readMeasured()) await measured(callsOf(estate))
  await estate.post('/tick')
  costs = await estate.get('/stats')
})
afterAll(() => estate.stop())

/** The timer's event has no action, and is counted under its own name. */
const countedAs = (name: string): string => (name === 'clock.tick' ? 'clock.timer' : name)

const calledByPeople = everyAction.filter(({ name }) => !isForMachines(name)).map(({ fn }) => fn)

test.each([...new Set(calledByPeople)])('%s has measured calls', fn => {
  const file = `tests/functions/${fn}/measured.ts`
  if (!readMeasured().some(([measuredFn]) => measuredFn === fn)) throw new Error(`${file} is missing`)
})

test.each(everyAction)(
  '$name is measured, stays within its requests and scans nothing',
  ({ name, fn, spec }) => {
    const cost = costs[countedAs(name)]
    if (!cost) throw new Error(`${name} is not measured: call it in tests/functions/${fn}/measured.ts`)
    expect(cost.requests.max).toBeLessThanOrEqual(requestsAllowed(name, spec.kind))
    expect(cost.scans).toBe(0)
  },
)

test('nothing that runs in the background scans', () => {
  expect(
    Object.entries(costs)
      .filter(([, { scans }]) => scans > 0)
      .map(([name]) => name),
  ).toEqual([])
})

test('every exception is an action that there is', () => {
  expect(Object.keys(exceptions).filter(name => !everyAction.some(each => each.name === name))).toEqual([])
})
