import { startTestCloud, type Piece, type TestCloud } from './support/cloud'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud()
  await cloud.run(async (_c, db) => {
    const orders = Array.from({ length: 600 }, (_, i) => ({
      _id: `o${i}`,
      estateId: 'e1',
      no: i,
      houseId: `h${i % 10}`,
      reporters: i % 3 ? ['me', `p${i % 7}`] : [`p${i % 7}`],
      key: String(1000 + i),
      status: i % 2 ? 'open' : 'done',
    }))
    await Promise.all(orders.map(data => db.collection('orders').add({ data })))
  })
})
afterAll(() => cloud.stop())
beforeEach(() => cloud.post('/stats/reset'))

/** Runs a piece that makes one query, and reads what the query cost. */
async function cost(piece: Piece): Promise<{ examined: number; scans: number; data: any[] }> {
  const { data } = await cloud.run(piece)
  const stats = (await cloud.get('/stats'))['sdk.test']
  return { examined: stats.examined.total, scans: stats.scans, data }
}

test('an array field in a compound index, with a cursor and an order', async () => {
  const { examined, scans, data } = await cost((_c, db, _) =>
    db
      .collection('orders')
      .where({ estateId: 'e1', reporters: 'me', key: _.lt('1400') })
      .orderBy('key', 'desc')
      .limit(21)
      .get(),
  )
  expect(data.map(doc => doc.key).slice(0, 3)).toEqual(['1398', '1397', '1395'])
  expect({ examined, scans, found: data.length }).toEqual({ examined: 21, scans: 0, found: 21 })
})

test('$in on the first field, merged in the order of the second', async () => {
  const { examined, data } = await cost((_c, db, _) =>
    db
      .collection('orders')
      .where({ houseId: _.in(['h1', 'h2']), key: _.lt('1500') })
      .orderBy('key', 'desc')
      .limit(10)
      .get(),
  )
  expect(data.map(doc => doc.key)).toEqual([
    '1492',
    '1491',
    '1482',
    '1481',
    '1472',
    '1471',
    '1462',
    '1461',
    '1452',
    '1451',
  ])
  expect(examined).toBe(10)
})

test('an index read backward, a range, and a prefix of a compound key', async () => {
  expect(
    await cost((_c, db) =>
      db.collection('orders').where({ houseId: 'h3' }).orderBy('key', 'asc').limit(2).get(),
    ),
  ).toMatchObject({ examined: 2, scans: 0 })
})

test('$or over two indexes', async () => {
  const { examined, scans, data } = await cost((_c, db, _) =>
    db
      .collection('orders')
      .where(_.or([{ houseId: 'h1' }, { estateId: 'e1', reporters: 'p2' }]))
      .orderBy('key', 'desc')
      .limit(5)
      .get(),
  )
  expect(data.map(doc => doc.key)).toEqual(['1597', '1591', '1590', '1583', '1581'])
  expect({ examined, scans }).toEqual({ examined: 5, scans: 0 })
})

test('the primary key, single and in a list', async () => {
  expect(
    await cost((_c, db, _) =>
      db
        .collection('orders')
        .where({ _id: _.in(['o5', 'o6', 'none']) })
        .get(),
    ),
  ).toMatchObject({ examined: 2, scans: 0 })
})

test('a range on a unique number', async () => {
  expect(
    await cost((_c, db, _) =>
      db
        .collection('orders')
        .where({ estateId: 'e1', no: _.gte(10).and(_.lt(15)) })
        .get(),
    ),
  ).toMatchObject({ examined: 5, scans: 0 })
})

test('a query without an index is counted as a scan, and logged once', async () => {
  const { examined, scans } = await cost((_c, db) => db.collection('orders').where({ status: 'never' }).get())
  expect({ examined, scans }).toEqual({ examined: 600, scans: 1 })
  await cost((_c, db) => db.collection('orders').where({ status: 'never' }).get())
  expect(cloud.output().match(/no index for orders \["status"\]/g)).toHaveLength(1)
})

test('requests and documents are counted per call', async () => {
  await cloud.run(async (_c, db) => {
    await db.collection('orders').doc('o1').get()
    await db.collection('orders').doc('o2').get()
  })
  await cloud.run((_c, db) => db.collection('orders').doc('o1').get())
  const stats = (await cloud.get('/stats'))['sdk.test']
  expect(stats).toMatchObject({
    calls: 2,
    requests: { total: 3, max: 2 },
    examined: { total: 3, max: 2 },
    scans: 0,
  })
  expect(stats.ms.p50).toBeGreaterThan(0)
})
