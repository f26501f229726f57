import { startTestCloud, type TestCloud } from './support/cloud'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.stop())
beforeEach(() =>
  cloud.run((_cloud, db, _) =>
    db
      .collection('things')
      .where({ _id: _.exists(true) })
      .remove(),
  ),
)

test('a document comes back as it was added, dates and all', async () => {
  const back = await cloud.run(async (_cloud, db) => {
    const doc = {
      n: 1,
      f: 1.5,
      big: 2 ** 40,
      text: '报修',
      at: new Date(1e12),
      list: [1, 'a', null],
      deep: { a: { b: true } },
      none: null,
    }
    const { _id } = await db.collection('things').add({ data: doc })
    const { data } = await db.collection('things').doc(_id).get()
    return {
      same: JSON.stringify({ ...doc, _id: undefined }) === JSON.stringify({ ...data, _id: undefined }),
      isDate: data.at instanceof Date,
      id: typeof _id,
    }
  })
  expect(back).toEqual({ same: true, isDate: true, id: 'string' })
})

test('a missing document is an error, or null if asked for', async () => {
  await expect(cloud.run((_c, db) => db.collection('things').doc('none').get())).rejects.toThrow(
    /does not exist/,
  )
  expect(
    await cloud.run(
      async c => (await c.database({ throwOnNotFound: false }).collection('things').doc('none').get()).data,
    ),
  ).toBeNull()
})

test('a collection that was never created is -502005; creating it helps', async () => {
  const { error } = await cloud.attempt((_c, db) => db.collection('nowhere').where({ a: 1 }).get())
  expect(error?.errCode).toBe(-502005)
  await cloud.run((_c, db) => db.createCollection('fresh'))
  expect(await cloud.run(async (_c, db) => (await db.collection('fresh').where({}).count()).total)).toBe(0)
})

test('an _id is used once', async () => {
  const { error } = await cloud.attempt(async (_c, db) => {
    await db.collection('things').add({ data: { _id: 'one' } })
    await db.collection('things').add({ data: { _id: 'one' } })
  })
  expect(error?.message).toMatch(/E11000/)
})

test('set replaces and creates, update merges, remove counts', async () => {
  const result = await cloud.run(async (_c, db, _) => {
    const things = db.collection('things')
    const created = await things.doc('x').set({ data: { a: 1, b: { c: 1, d: 2 } } })
    const merged = await things.doc('x').update({ data: { b: { c: 5 }, e: 1 } })
    const afterMerge = (await things.doc('x').get()).data
    const replaced = await things.doc('x').set({ data: { z: 1 } })
    const afterSet = (await things.doc('x').get()).data
    const whole = await things.doc('x').update({ data: { z: _.set({ only: 1 }) } })
    return {
      created: created.stats,
      merged: merged.stats,
      afterMerge,
      replaced: replaced.stats,
      afterSet,
      whole: whole.stats,
      removed: (await things.doc('x').remove()).stats,
      gone: (await things.doc('x').remove()).stats,
    }
  })
  expect(result).toEqual({
    created: { updated: 0, created: 1 },
    merged: { updated: 1 },
    afterMerge: { _id: 'x', a: 1, b: { c: 5, d: 2 }, e: 1 },
    replaced: { updated: 1, created: 0 },
    afterSet: { _id: 'x', z: 1 },
    whole: { updated: 1 },
    removed: { removed: 1 },
    gone: { removed: 0 },
  })
})

test("every update operator does what the cloud's does", async () => {
  const doc = await cloud.run(async (_c, db, _) => {
    const things = db.collection('things')
    await things.add({
      data: {
        _id: 'o',
        n: 5,
        m: 3,
        low: 5,
        high: 5,
        list: [1, 2, 3],
        names: ['a'],
        old: 1,
        drop: 1,
        rows: [
          { k: 1, v: 1 },
          { k: 2, v: 1 },
        ],
        nested: { deep: { n: 1 } },
      },
    })
    await things.doc('o').update({
      data: {
        n: _.inc(2),
        m: _.mul(3),
        low: _.min(2),
        high: _.max(9),
        list: _.push([4, 5]),
        names: _.addToSet('b'),
        old: _.rename('fresh'),
        drop: _.remove(),
        nested: { deep: { n: _.inc(-1) } },
      },
    })
    await things.doc('o').update({ data: { list: _.unshift([0]), names: _.addToSet('b') } })
    await things.doc('o').update({ data: { list: _.pop() } })
    await things.doc('o').update({ data: { list: _.shift() } })
    await things.doc('o').update({ data: { list: _.pull(_.gt(3)) } })
    await things.doc('o').update({ data: { names: _.push({ each: ['c', 'd'], position: 0, slice: 3 }) } })
    await things.where({ _id: 'o', 'rows.k': 2 }).update({ data: { 'rows.$.v': 7 } })
    return (await things.doc('o').get()).data
  })
  expect(doc).toEqual({
    _id: 'o',
    n: 7,
    m: 9,
    low: 2,
    high: 9,
    list: [1, 2, 3],
    names: ['c', 'd', 'a'],
    fresh: 1,
    rows: [
      { k: 1, v: 1 },
      { k: 2, v: 7 },
    ],
    nested: { deep: { n: 0 } },
  })
})

test('where().update changes all that match and counts them', async () => {
  const result = await cloud.run(async (_c, db, _) => {
    for (let i = 0; i < 5; i++) await db.collection('things').add({ data: { _id: `m${i}`, i, s: 'open' } })
    const many = await db
      .collection('things')
      .where({ i: _.gte(2) })
      .update({ data: { s: 'shut' } })
    const again = await db
      .collection('things')
      .where({ i: _.gte(2), s: 'open' })
      .update({ data: { s: 'shut' } })
    const one = await db
      .collection('things')
      .where({ s: 'shut' })
      .update({ data: { s: 'one' }, multi: false })
    const removed = await db
      .collection('things')
      .where({ s: _.in(['shut', 'one']) })
      .remove()
    return [many.stats.updated, again.stats.updated, one.stats.updated, removed.stats.removed]
  })
  expect(result).toEqual([3, 0, 1, 3])
})

test('queries: operators, order, skip, limit, field', async () => {
  const result = await cloud.run(async (_c, db, _) => {
    for (let i = 0; i < 12; i++)
      await db.collection('things').add({
        data: {
          _id: `q${i}`,
          i,
          tag: i % 2 ? ['odd'] : ['even', 'two'],
          at: new Date(i * 1000),
          name: `n${i}`,
        },
      })
    const ids = async (query: any) => (await query.get()).data.map((doc: any) => doc.i ?? doc)
    const things = db.collection('things')
    return {
      range: await ids(things.where({ i: _.gt(3).and(_.lt(7)) }).orderBy('i', 'asc')),
      or: await ids(things.where(_.or([{ i: 1 }, { i: _.eq(9) }])).orderBy('i', 'desc')),
      nin: await ids(things.where({ i: _.nin([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) }).orderBy('i', 'asc')),
      array: await ids(things.where({ tag: 'two', i: _.lt(5) }).orderBy('i', 'asc')),
      all: await ids(
        things
          .where({ tag: _.all(['even', 'two']) })
          .orderBy('i', 'asc')
          .skip(2)
          .limit(2),
      ),
      dates: await ids(things.where({ at: _.gte(new Date(10_000)) }).orderBy('at', 'asc')),
      regex: await ids(things.where({ name: db.RegExp({ regexp: '^N1$', options: 'i' }) })),
      native: await ids(things.where({ name: /^n1\d/ }).orderBy('i', 'asc')),
      not: await ids(things.where({ i: _.not(_.lt(11)) })),
      exists: (await things.where({ missing: _.exists(false) }).count()).total,
      field: (await things.where({ i: 3 }).field({ i: true, _id: false }).get()).data,
    }
  })
  expect(result).toEqual({
    range: [4, 5, 6],
    or: [9, 1],
    nin: [10, 11],
    array: [0, 2, 4],
    all: [4, 6],
    dates: [10, 11],
    regex: [1],
    native: [10, 11],
    not: [11],
    exists: 12,
    field: [{ i: 3 }],
  })
})

test('a get without a limit brings 100', async () => {
  const counts = await cloud.run(async (_c, db) => {
    await Promise.all(Array.from({ length: 120 }, (_, i) => db.collection('things').add({ data: { i } })))
    return [
      (await db.collection('things').get()).data.length,
      (await db.collection('things').limit(1000).get()).data.length,
    ]
  })
  expect(counts).toEqual([100, 120])
})

test("aggregation groups, and the server's date is the cloud's", async () => {
  const { groups, age } = await cloud.run(async (_c, db) => {
    const $ = db.command.aggregate
    for (let i = 0; i < 6; i++)
      await db.collection('things').add({ data: { g: i % 2, i, at: db.serverDate() } })
    const { list } = await db
      .collection('things')
      .aggregate()
      .match({ i: db.command.gte(1) })
      .group({ _id: '$g', sum: $.sum('$i'), n: $.sum(1) })
      .sort({ _id: 1 })
      .end()
    const { data } = await db.collection('things').limit(1).get()
    return { groups: list, age: Math.abs(Date.now() - data[0].at.getTime()) }
  })
  expect(groups).toEqual([
    { _id: 0, sum: 6, n: 2 },
    { _id: 1, sum: 9, n: 3 },
  ])
  expect(age).toBeLessThan(60_000)
})

test('a function calls another: the person stays, the chain of sources grows', async () => {
  const result = await cloud.run(async c => (await c.callFunction({ name: 'echo', data: {} })).result.data)
  expect(result).toMatchObject({ before: 'tester', after: 'tester', source: 'wx_client,scf' })
})

test('files: uploaded, read by URL, downloaded, deleted', async () => {
  const { fileID, bytes, url, deleted, after } = await cloud.run(async c => {
    const { fileID } = await c.uploadFile({ cloudPath: 'photos/一.txt', fileContent: Buffer.from('hello') })
    const { fileContent } = await c.downloadFile({ fileID })
    const { fileList } = await c.getTempFileURL({ fileList: [fileID] })
    const text = await (await fetch(encodeURI(fileList[0].tempFileURL))).text()
    const gone = await c.deleteFile({ fileList: [fileID] })
    const after = await c.getTempFileURL({ fileList: [fileID] })
    return {
      fileID,
      bytes: fileContent.toString(),
      url: text,
      deleted: gone.fileList[0].status,
      after: after.fileList[0].status,
    }
  })
  expect({ fileID, bytes, url }).toEqual({
    fileID: 'cloud://local.anlin-local/photos/一.txt',
    bytes: 'hello',
    url: 'hello',
  })
  expect(deleted).toBe(0)
  expect(after).not.toBe(0)
})
