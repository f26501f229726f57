import { send } from '@/cloud/client'
import type { Adapter, Envelope } from '@/cloud/adapter'
import { everyAction } from '../support/every-action'

/** Actions that phones never call. */
const machines = ['clock', 'courier']
const called = everyAction.filter(({ fn }) => !machines.includes(fn))

test.each(called)(
  '$name is sent as what it is: a write carries a request id, a read none',
  async ({ fn, action, spec }) => {
    const sent: Envelope[] = []
    const through = {
      call: (_fn: string, envelope: Envelope) => Promise.resolve({ ok: true, data: sent.push(envelope) }),
    } as unknown as Adapter
    await send(fn, action, {}, undefined, through)
    // A read that is missing here has to be added to `reads` in src/cloud/client.ts.
    expect(sent[0]?.requestId === undefined ? 'read' : 'write').toBe(spec.kind)
  },
)
