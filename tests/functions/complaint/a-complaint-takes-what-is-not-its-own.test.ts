import { startEstate, type Estate } from '../support/estate'
import { complaintSteps } from './support'

jest.setTimeout(180_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())

const { submit, act, get } = complaintSteps(() => estate)

test('texts of staff for the resident are checked like texts of residents', async () => {
  const { id } = await submit()
  await act('demo-butler', 'accept', id)
  expect(await act('demo-butler', 'progress', id, { note: '违规测试' })).toMatchObject({
    error: { code: 'UNSAFE_CONTENT' },
  })
  expect(await act('demo-butler', 'resolve', id, { outcome: '违规测试' })).toMatchObject({
    error: { code: 'UNSAFE_CONTENT' },
  })
  expect(await get(id)).toMatchObject({ status: 'accepted', outcome: null })
})

test('nobody attaches a file that a function made for another person', async () => {
  const { fileID } = await estate.ok('demo-manager', 'desk', 'export', {
    what: 'repairs',
    from: '2020-01-01T00:00:00.000Z',
    to: '2099-01-01T00:00:00.000Z',
  })
  for (const photos of [[fileID], ['cloud://local.anlin-local/uploads/../exports/x.xlsx']]) {
    expect(
      await estate.as('demo-owner', 'complaint', 'submit', { category: 'noise', content: '看', photos }),
    ).toMatchObject({ error: { fields: { 'photos.0': expect.any(String) as string } } })
  }
})

test('a complaint can be about the author’s own repair, and leads to it; about no other', async () => {
  const mine = await estate.ok('demo-owner', 'repair', 'create', {
    place: 'house',
    houseId: 'tianma-1',
    category: 'water',
    urgency: 'normal',
    description: '漏水',
  })
  expect((await submit({ category: 'repair', about: { kind: 'repair', id: mine.id } })).about).toEqual({
    kind: 'repair',
    id: mine.id,
    text: mine.no,
  })
  const theirs = await estate.ok('demo-owner-2', 'repair', 'create', {
    place: 'house',
    houseId: 'tianma-44-1',
    category: 'water',
    urgency: 'normal',
    description: '漏水',
  })
  for (const id of [theirs.id, 'no-such-repair']) {
    expect(
      await estate.as('demo-owner', 'complaint', 'submit', {
        category: 'repair',
        content: '没修好',
        houseId: 'tianma-1',
        about: { kind: 'repair', id },
      }),
    ).toMatchObject({ error: { fields: { 'about.id': expect.any(String) as string } } })
  }
})

test('words, a voice or a picture: any of them is enough', async () => {
  const photos = [await estate.upload('photo')]
  const { id } = await estate.ok('demo-owner', 'complaint', 'submit', {
    category: 'facility',
    houseId: 'tianma-1',
    photos,
  })
  expect(await get(id, 'demo-butler')).toMatchObject({ content: '', photos })
  expect(
    await estate.as('demo-owner', 'complaint', 'submit', {
      category: 'facility',
      houseId: 'tianma-1',
      photos: [],
    }),
  ).toMatchObject({ error: { fields: { content: expect.any(String) as string } } })
})
