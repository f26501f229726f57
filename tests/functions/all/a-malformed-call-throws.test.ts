import fc from 'fast-check'
import * as z from 'zod/mini'
import { everyAction } from '../../support/every-action'
import { startEstate, type Estate } from '../support/estate'

jest.setTimeout(180_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())

/** JSON text with a key of a prototype: an object literal would set the prototype instead. */
const prototypeKeys = [
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{}}}',
  '{"id":{"__proto__":null}}',
  '{"toString":1,"hasOwnProperty":0}',
]
const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    {},
    [],
    '',
    0,
    -1,
    1.5,
    1e308,
    true,
    { $ne: null },
    { $gt: '' },
    { $regex: '.*' },
    { $exists: true },
    [{ $ne: null }],
    '\u0000',
    '\ud800',
    '$where',
    '../../../etc/passwd',
    'x'.repeat(200_000),
    ['x'.repeat(50_000)],
    Array.from({ length: 2_000 }, () => ({})),
    { fieldType: 'command', operator: 'neq' },
    { $date: 0 },
    { $oid: '1' },
    ...prototypeKeys.map(text => JSON.parse(text) as unknown),
  ),
  fc.jsonValue({ maxDepth: 4 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
)
/** Values that many fields accept, so that the checks of other fields are reached. */
const plausible = fc.constantFrom<unknown>(
  'tianma-1',
  'demo-technician',
  'house',
  'mine',
  'water',
  'normal',
  '漏水',
  1,
  5,
  true,
  false,
  [],
  undefined,
)

/** The fields of the action's input; an input that is no object has none. */
const fieldsOf = (input: unknown): string[] =>
  Object.keys((input as { _zod: { def: { shape?: object } } })._zod.def.shape ?? {})

const inputsOf = (fields: readonly string[]) =>
  fc.oneof(
    hostile,
    fc
      .tuple(
        fc.record(Object.fromEntries(fields.map(field => [field, fc.oneof(plausible, hostile)])), {
          requiredKeys: [],
        }),
        fc.option(
          fc.tuple(fc.constantFrom('unknown', 'openid', '_id', '$where', 'constructor', 'then'), hostile),
          { freq: 4, nil: undefined },
        ),
      )
      .map(([known, unknown]) => (unknown ? { ...known, [unknown[0]]: unknown[1] } : known)),
  )
const callers = fc.constantFrom(
  'demo-owner',
  'demo-butler',
  'demo-technician',
  'demo-manager',
  'nobody-known',
)
const refusals = ['INVALID_INPUT', 'FORBIDDEN', 'NOT_BOUND']

interface Answer {
  ok: boolean
  error?: { code: string; fields?: Record<string, string> }
}

function expectRefusal(reply: Answer): void {
  expect(refusals).toContain(reply.error?.code)
  if (reply.error?.code === 'INVALID_INPUT') expect(Object.keys(reply.error.fields ?? {})).not.toEqual([])
}

test.each(everyAction)(
  '$name refuses what its contract does not accept, and never throws',
  async ({ fn, action, spec }) => {
    await fc.assert(
      fc.asyncProperty(inputsOf(fieldsOf(spec.input)), callers, async (input, who) => {
        const reply = await estate.call<Answer>(fn, { action, input, requestId: 'request-fuzz' }, who)
        const sent = (JSON.parse(JSON.stringify({ input })) as { input?: unknown }).input
        // A random input may be valid: then any answer but a fault is right.
        if (z.safeParse(spec.input as z.ZodMiniType, sent ?? {}).success)
          expect(['INTERNAL', 'UNAVAILABLE']).not.toContain(reply.error?.code)
        else expectRefusal(reply)
      }),
      { numRuns: 200 },
    )
  },
)

const envelopes = fc.oneof(
  fc.record(
    {
      action: fc.oneof(hostile, fc.constantFrom('list', 'session')),
      input: hostile,
      requestId: hostile,
      lang: hostile,
      Type: fc.constantFrom<unknown>('Timer', 0, null),
      userInfo: hostile,
    },
    { requiredKeys: [] },
  ),
  fc.constantFrom<object>(
    {},
    { action: 'constructor' },
    { action: '__proto__' },
    { action: 'toString', input: null },
    JSON.parse('{"__proto__":{"action":"tick"}}') as object,
  ),
)

test.each([...new Set(everyAction.map(({ fn }) => fn))])('%s refuses a malformed envelope', async fn => {
  await fc.assert(
    fc.asyncProperty(envelopes, callers, async (envelope, who) => {
      const reply = await estate.call<Answer>(fn, envelope, who)
      if (!reply.ok) expectRefusal(reply)
      else
        expect(everyAction.map(({ action }) => action)).toContain((envelope as { action?: unknown }).action)
    }),
    { numRuns: 200 },
  )
})

test.each(['null', '0', '"text"', '[]', '[null]', 'true', '{"input":null}'])(
  'an event that is %s gets an answer',
  async event => {
    for (const fn of new Set(everyAction.map(({ fn }) => fn))) {
      const { data } = await estate.post('/admin', {
        action: 'functions.invokeFunction',
        function_name: fn,
        request_data: event,
      })
      expectRefusal(JSON.parse((data as { response_data: string }).response_data) as Answer)
    }
  },
)
