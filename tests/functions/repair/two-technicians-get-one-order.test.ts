import { aTap, startEstate, type Estate } from '../support/estate'

jest.setTimeout(120_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())

test('of two technicians who take an order at once one gets it, and the other reads who was faster', async () => {
  for (let round = 0; round < 10; round++) {
    const { id } = await estate.ok('demo-owner', 'repair', 'create', aTap)
    const replies = await Promise.all(
      ['demo-technician', 'demo-technician-2'].map(who => estate.as(who, 'repair', 'grab', { id })),
    )
    const won = replies.findIndex(reply => reply.ok)
    expect(replies[1 - won]).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT', message: expect.stringContaining(['王师傅', '李师傅'][won] as string) },
    })
    const { assignee, timeline } = await estate.ok('demo-butler', 'repair', 'get', { id })
    expect(assignee?.id).toBe(['demo-technician', 'demo-technician-2'][won])
    expect(timeline.map(step => step.what)).toEqual(['submitted', 'grabbed'])
  }
})
