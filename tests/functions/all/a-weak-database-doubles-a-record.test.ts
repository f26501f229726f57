import { aTap, eventually, startEstate, type Estate } from '../support/estate'

jest.setTimeout(120_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())

test.each(['error', 'timeout-after-write'])(
  'under %s every write happens once, with its message',
  async kind => {
    await estate.post('/faults', { rate: 0.3, kind })
    const made = []
    for (let n = 0; n < 8; n++)
      made.push(
        await estate.retry('demo-owner', 'repair', 'create', {
          ...aTap,
          description: `${kind} ${String(n)}`,
        }),
      )
    const ids = made.map(reply => (reply as { data: { id: string } }).data.id)
    for (const id of ids)
      expect(await estate.retry('demo-butler', 'repair', 'accept', { id })).toMatchObject({
        ok: true,
        data: { status: 'accepted' },
      })
    await estate.post('/faults', { rate: 0, kind })

    const mine = (await estate.ok('demo-owner', 'repair', 'list', { scope: 'mine', limit: 50 })).items.filter(
      item => item.description.startsWith(kind),
    )
    expect(mine.map(item => item.id).sort()).toEqual([...ids].sort())
    for (const id of ids) {
      const { timeline } = await estate.ok('demo-owner', 'repair', 'get', { id })
      expect(timeline.map(step => step.what)).toEqual(['submitted', 'accepted'])
    }
    await estate.post('/tick')
    await eventually(async () => {
      const { items } = await estate.ok('demo-owner', 'notice', 'inbox', { limit: 50 })
      return ids.every(id => items.filter(item => item.link?.endsWith(id)).length === 1)
    })
  },
)
