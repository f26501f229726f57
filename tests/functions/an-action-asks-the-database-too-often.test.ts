import { everyAction } from '../support/every-action'
import { exceptions, requestsAllowed } from '../support/requests-allowed'
import { startEstate, type Estate } from './support/estate'
import { callsOf, measuredParts } from './support/measured'

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
  for (const part of Object.values(measuredParts())) await part(callsOf(estate))
  await estate.post('/tick')
  costs = await estate.get('/stats')
})
afterAll(() => estate.stop())

/** The timer's event names no action. */
const countedAs = (name: string): string => (name === 'clock.tick' ? 'clock.timer' : name)

test.each(everyAction)('$name is measured, stays within its requests and scans nothing', ({ name, spec }) => {
  const cost = costs[countedAs(name)]
  // Not measured: make its call in tests/functions/measured/<function>.ts.
  expect({ name, measured: cost !== undefined }).toEqual({ name, measured: true })
  expect(cost?.requests.max).toBeLessThanOrEqual(requestsAllowed(name, spec.kind))
  expect(cost?.scans).toBe(0)
})

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
