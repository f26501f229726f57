import { send } from '@/cloud/client'
import type { Adapter, Envelope } from '@/cloud/adapter'
import { everyAction } from '../support/every-action'

/** Actions that phones never call. */
const machines = ['clock', 'courier']
const called = everyAction.filter(({ fn }) => !machines.includes(fn))
const unanswered = () => Promise.reject(new Error('not asked for here'))

test.each(called)('$name carries a request id of its own', async ({ fn, action }) => {
  const sent: Envelope[] = []
  const through: Adapter = {
    call: (_fn, envelope) => Promise.resolve({ ok: true, data: sent.push(envelope) }),
    upload: unanswered,
    online: unanswered,
    watchNetwork: () => undefined,
  }
  await send(fn, action, {}, { through })
  await send(fn, action, {}, { through })
  const ids = sent.map(({ requestId }) => requestId)
  expect(ids).toEqual([expect.stringMatching(/^[A-Za-z0-9_-]{8,64}$/), expect.any(String)])
  expect(new Set(ids).size).toBe(2)
})
