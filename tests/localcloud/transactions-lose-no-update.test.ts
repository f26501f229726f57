import { startTestCloud, type TestCloud } from './support/cloud'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.stop())
beforeEach(() =>
  cloud.run((_c, db, _) =>
    db
      .collection('things')
      .where({ _id: _.exists(true) })
      .remove(),
  ),
)

test('what a transaction wrote is seen by itself at once, by others after the commit', async () => {
  const seen = await cloud.run(async (_c, db) => {
    const transaction = await db.startTransaction()
    await transaction.collection('things').add({ data: { _id: 'a', n: 1 } })
    await transaction
      .collection('things')
      .doc('a')
      .update({ data: { n: 2 } })
    const inside = (await transaction.collection('things').doc('a').get()).data.n
    const before = (await db.collection('things').where({ _id: 'a' }).get()).data.length
    await transaction.commit()
    return { inside, before, after: (await db.collection('things').doc('a').get()).data.n }
  })
  expect(seen).toEqual({ inside: 2, before: 0, after: 2 })
})

test('a rollback, and an error thrown inside, leave nothing behind', async () => {
  const left = await cloud.run(async (_c, db) => {
    const transaction = await db.startTransaction()
    await transaction
      .collection('things')
      .doc('a')
      .set({ data: { n: 1 } })
    await transaction.rollback()
    await db
      .runTransaction(async (t: any) => {
        await t.collection('things').add({ data: { _id: 'b' } })
        throw new Error('no')
      }, 0)
      .catch(() => {})
    return (await db.collection('things').count()).total
  })
  expect(left).toBe(0)
})

test('the snapshot begins at the first operation and does not move', async () => {
  const seen = await cloud.run(async (_c, db) => {
    await db.collection('things').add({ data: { _id: 'a', n: 1 } })
    const transaction = await db.startTransaction()
    await db
      .collection('things')
      .doc('a')
      .update({ data: { n: 2 } })
    const first = (await transaction.collection('things').doc('a').get()).data.n
    await db
      .collection('things')
      .doc('a')
      .update({ data: { n: 3 } })
    const second = (await transaction.collection('things').doc('a').get()).data.n
    await transaction.rollback()
    return [first, second]
  })
  expect(seen).toEqual([2, 2])
})

test.each(['in the transaction after the other has committed', 'before the other commits'])(
  'a write %s is a conflict',
  async order => {
    const { error, n } = await cloud.run(async (_c, db, _, order) => {
      await db.collection('things').add({ data: { _id: 'a', n: 0 } })
      const transaction = await db.startTransaction()
      await transaction.collection('things').doc('a').get()
      const outside = () =>
        db
          .collection('things')
          .doc('a')
          .update({ data: { n: _.inc(10) } })
      const inside = () =>
        transaction
          .collection('things')
          .doc('a')
          .update({ data: { n: _.inc(1) } })
      let error = ''
      try {
        for (const write of order.startsWith('in') ? [outside, inside] : [inside, outside]) await write()
        await transaction.commit()
      } catch (failure: any) {
        error = `${failure.errCode ?? failure.code} ${failure.errMsg ?? failure.message}`
      }
      return { error, n: (await db.collection('things').doc('a').get()).data.n }
    }, order)
    expect(error).toMatch(/TransactionConflict/)
    expect(n).toBe(10)
  },
)

test('of two transactions that change one document the second is refused at once', async () => {
  const error = await cloud.run(async (_c, db) => {
    await db.collection('things').add({ data: { _id: 'a', n: 0 } })
    const [one, two] = [await db.startTransaction(), await db.startTransaction()]
    await one
      .collection('things')
      .doc('a')
      .update({ data: { n: 1 } })
    const error = await two
      .collection('things')
      .doc('a')
      .update({ data: { n: 2 } })
      .catch((failure: any) => failure.errMsg)
    await one.commit()
    return error
  })
  expect(error).toMatch(/WriteConflict/)
})

test('a commit that breaks a unique index changes nothing', async () => {
  const { error, total } = await cloud.run(async (_c, db) => {
    await db.collection('orders').add({ data: { estateId: 't', no: 1 } })
    const transaction = await db.startTransaction()
    await transaction.collection('things').add({ data: { _id: 'with' } })
    await transaction.collection('orders').add({ data: { estateId: 't', no: 1 } })
    const error = await transaction.commit().catch((failure: any) => failure.message)
    return { error, total: (await db.collection('things').count()).total }
  })
  expect(error).toMatch(/E11000/)
  expect(total).toBe(0)
})

test('thirty contenders with retries all get through, one after the other', async () => {
  const n = await cloud.run(async (_c, db) => {
    await db.collection('things').add({ data: { _id: 'counter', n: 0 } })
    const attempt = async (): Promise<void> => {
      try {
        await db.runTransaction(async (transaction: any) => {
          const { data } = await transaction.collection('things').doc('counter').get()
          await transaction
            .collection('things')
            .doc('counter')
            .update({ data: { n: data.n + 1 } })
        }, 0)
      } catch (error: any) {
        if (!/TransactionConflict|WriteConflict/i.test(error.errMsg ?? error.message)) throw error
        await new Promise(resolve => setTimeout(resolve, Math.random() * 30))
        return attempt()
      }
    }
    await Promise.all(Array.from({ length: 30 }, attempt))
    return (await db.collection('things').doc('counter').get()).data.n
  })
  expect(n).toBe(30)
})

test('forty adds of one unique number: one stays', async () => {
  const results = await cloud.run((_c, db) =>
    Promise.all(
      Array.from({ length: 40 }, () =>
        db
          .collection('orders')
          .add({ data: { estateId: 'u', no: 7 } })
          .then(
            () => 'added',
            (error: any) => (/E11000/.test(error.errMsg) ? 'refused' : error.errMsg),
          ),
      ),
    ),
  )
  expect(results.filter((result: string) => result === 'added')).toHaveLength(1)
  expect(results.filter((result: string) => result === 'refused')).toHaveLength(39)
})

test('forty conditional updates of ten seats: ten succeed', async () => {
  const updated = await cloud.run(async (_c, db, _) => {
    await db.collection('things').add({ data: { _id: 'seats', left: 10 } })
    const all = await Promise.all(
      Array.from({ length: 40 }, () =>
        db
          .collection('things')
          .where({ _id: 'seats', left: _.gt(0) })
          .update({ data: { left: _.inc(-1) } }),
      ),
    )
    return all.reduce((sum, { stats }) => sum + stats.updated, 0)
  })
  expect(updated).toBe(10)
})
