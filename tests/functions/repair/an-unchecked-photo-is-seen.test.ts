import { aTap, eventually, startEstate, type Estate } from '../support/estate'

jest.setTimeout(120_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())

const upload = async (content: string): Promise<string> => {
  const response = await fetch(`${estate.url}/upload?name=photo.png`, {
    method: 'POST',
    headers: { 'content-type': 'image/png', 'x-wx-openid': 'demo-owner' },
    body: content,
  })
  return ((await response.json()) as { fileID: string }).fileID
}
const seenBy = async (who: string, id: string) => (await estate.ok(who, 'repair', 'get', { id })).photos

test('the household sees a photo once WeChat has passed it; its author and the staff see it at once', async () => {
  const fileID = await upload('harmless')
  const { id } = await estate.ok('demo-owner', 'repair', 'create', { ...aTap, photos: [fileID] })
  expect(await seenBy('demo-owner', id)).toEqual([fileID])
  expect(await seenBy('demo-butler', id)).toEqual([fileID])
  await eventually(async () => (await seenBy('demo-family', id)).length === 1)
  const { pictures } = await estate.ok('demo-family', 'repair', 'get', { id })
  expect(await (await fetch(pictures[fileID] ?? '')).text()).toBe('harmless')
})

test('a risky photo stays with its author and the staff, and no phone can pass it', async () => {
  const fileID = await upload('RISKY-TEST')
  const { id } = await estate.ok('demo-owner', 'repair', 'create', { ...aTap, photos: [fileID] })
  const later = await estate.ok('demo-owner', 'repair', 'create', {
    ...aTap,
    photos: [await upload('harmless too')],
  })
  await eventually(async () => (await seenBy('demo-family', later.id)).length === 1)
  expect(await seenBy('demo-family', id)).toEqual([])
  expect(await seenBy('demo-butler', id)).toEqual([fileID])
  await estate.call(
    'safety',
    { MsgType: 'event', Event: 'wxa_media_check', trace_id: 'any', result: { suggest: 'pass' } },
    'demo-owner',
  )
  expect(await seenBy('demo-family', id)).toEqual([])
})
