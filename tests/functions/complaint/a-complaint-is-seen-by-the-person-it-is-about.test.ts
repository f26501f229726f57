import { eventually, startEstate, type Estate } from '../support/estate'
import { complaintSteps } from './support'

jest.setTimeout(180_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())

const { submit, act, get } = complaintSteps(() => estate)

test('a complaint about an unnamed member of staff: only the manager sees it and handles it', async () => {
  for (const about of [{ kind: 'person' }, { kind: 'person', text: '林管家' }, undefined]) {
    const { id, handledBy } = await submit({
      category: 'person',
      content: '态度不好',
      ...(about ? { about } : {}),
    })
    expect(handledBy).toBe('manager')
    expect(await estate.as('demo-butler', 'complaint', 'get', { id })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
    for (const scope of ['queue', 'callbacks'])
      expect(
        (await estate.ok('demo-butler', 'complaint', 'list', { scope, limit: 50 })).items.map(
          item => item.id,
        ),
      ).not.toContain(id)
    expect((await estate.ok('demo-butler', 'desk', 'todo')).items.map(item => item.id)).not.toContain(id)
    expect(await act('demo-manager', 'resolve', id, { outcome: '已谈话' })).toMatchObject({
      error: { code: 'CONFLICT' },
    })
    await act('demo-manager', 'accept', id)
    expect(await act('demo-manager', 'resolve', id, { outcome: '已谈话' })).toMatchObject({ ok: true })
    expect(
      (await estate.ok('demo-butler-2', 'complaint', 'list', { scope: 'callbacks', limit: 50 })).items.map(
        item => item.id,
      ),
    ).not.toContain(id)
    expect(
      (await estate.ok('demo-butler', 'notice', 'inbox', { limit: 50 })).items.some(item =>
        item.link?.includes(id),
      ),
    ).toBe(false)
  }
  expect(
    await estate.as('demo-owner', 'complaint', 'submit', {
      category: 'charge',
      content: '算错了',
      about: { kind: 'charge' },
    }),
  ).toMatchObject({ error: { fields: { 'about.text': expect.any(String) as string } } })
})

test('the person whom a complaint is about neither sees it nor is notified', async () => {
  const { id } = await submit({
    category: 'person',
    about: { kind: 'person', id: 'demo-butler' },
    content: '态度不好',
  })
  expect(await estate.as('demo-butler', 'complaint', 'get', { id })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
  expect(
    (await estate.ok('demo-butler', 'complaint', 'list', { scope: 'queue', limit: 50 })).items.map(
      item => item.id,
    ),
  ).not.toContain(id)
  await eventually(async () =>
    (await estate.ok('demo-manager', 'notice', 'inbox', { limit: 50 })).items.some(item =>
      item.link?.includes(id),
    ),
  )
  expect(
    (await estate.ok('demo-butler', 'notice', 'inbox', { limit: 50 })).items.some(item =>
      item.link?.includes(id),
    ),
  ).toBe(false)
  expect((await get(id, 'demo-manager')).about).toMatchObject({ kind: 'person', id: 'demo-butler' })
})

test('a complaint about the manager goes to the butlers, and above them to the committee', async () => {
  const { id } = await submit({
    category: 'person',
    about: { kind: 'person', id: 'demo-manager' },
    content: '不回应',
  })
  expect(await estate.as('demo-manager', 'complaint', 'get', { id })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
  expect((await estate.ok('demo-butler', 'desk', 'todo')).items.map(item => item.id)).toContain(id)
  await eventually(async () =>
    (await estate.ok('demo-butler', 'notice', 'inbox', { limit: 50 })).items.some(item =>
      item.link?.includes(id),
    ),
  )
  await act('demo-butler', 'accept', id)
  await act('demo-butler', 'resolve', id, { outcome: '已转达' })
  expect(await act('demo-butler-2', 'callBack', id, { reached: true, satisfied: 1 })).toMatchObject({
    data: { status: 'handling', handledBy: 'butler' },
  })
  expect(await act('demo-butler', 'progress', id, { note: '已约谈' })).toMatchObject({
    data: { status: 'handling' },
  })
  expect(
    (await estate.ok('demo-manager', 'notice', 'inbox', { limit: 50 })).items.some(item =>
      item.link?.includes(id),
    ),
  ).toBe(false)
})
