import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { IndexSpec } from '../../cloudfunctions/schema'
import { Database } from '../../localcloud/documents/database'
import { find } from '../../localcloud/documents/find'
import type { Sort } from '../../localcloud/documents/sorting'
import type { Doc } from '../../localcloud/documents/values'

const odd = fc.oneof(
  fc.constantFrom('', 'a', 'b', 'a\0', 'ab', '住'),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom(0.5, -1.5, 1e20),
  fc.constantFrom(new Date(0), new Date(5)),
)
const scalar = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -2, max: 2 }) },
  { weight: 1, arbitrary: odd },
)
const value = fc.oneof(
  { weight: 1, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
)
const document = fc.record(
  {
    a: value,
    b: value,
    c: scalar,
    d: fc.oneof(
      fc.record({ e: value }),
      fc.array(fc.record({ e: scalar }, { requiredKeys: [] }), { maxLength: 2 }),
    ),
  },
  { requiredKeys: ['a'] },
)
const bound = fc
  .tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte'), scalar)
  .map(([operator, value]) => ({ [operator]: value }))
const condition = fc.oneof(
  scalar,
  fc.record({ $in: fc.array(scalar, { maxLength: 4 }) }),
  bound,
  fc.tuple(bound, bound).map(([one, other]) => ({ ...one, ...other })),
  fc.record({ $ne: scalar }),
)
const fields = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd.e'), condition), { maxLength: 2 })
  .map(pairs => Object.fromEntries(pairs))
const branches = fc.array(fields, { minLength: 1, maxLength: 3 })
const query = fc.oneof(
  { weight: 3, arbitrary: fields },
  fc.record({ $or: branches }),
  branches.map($and => ({ $and: $and.slice(0, 2) })),
)
const sort = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd.e'), { maxLength: 2 })
  .chain(paths =>
    fc
      .tuple(...paths.map(() => fc.constantFrom(1 as const, -1 as const)))
      .map((turns): Sort => ({ ...Object.fromEntries(paths.map((path, i) => [path, turns[i]!])), _id: 1 })),
  )

const indexes: IndexSpec[] = [
  { name: 'ab', keys: { a: 1, b: -1 } },
  { name: 'ba', keys: { b: 1, a: 1, _id: 1 } },
  { name: 'a', keys: { a: 1, _id: 1 } },
  { name: 'b', keys: { b: -1, _id: -1 } },
  { name: 'c', keys: { c: -1, _id: -1 } },
  { name: 'de', keys: { 'd.e': 1, c: 1 } },
]

let dir: string
let database: Database

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'anlin-'))
  database = new Database(dir, { plain: { indexes: [] }, indexed: { indexes } })
})
afterAll(() => {
  database.close()
  rmSync(dir, { recursive: true })
})

function ask(name: string, wanted: Parameters<typeof find>[1]): unknown[] {
  return find(database.collection(name), wanted).rows.map(row => row.doc._id)
}

function fill(docs: Doc[]): void {
  for (const name of ['plain', 'indexed']) {
    const collection = database.collection(name)
    database.atomically(() => {
      for (const row of [...collection.all()]) collection.remove(row)
      docs.forEach((doc, i) => collection.insert({ _id: `d${String(i).padStart(2, '0')}`, ...doc }))
    })
  }
}

test('any query, any order, any page', () => {
  fc.assert(
    fc.property(
      fc.array(document, { maxLength: 25 }),
      fc.array(fc.tuple(query, sort, fc.nat(2), fc.nat(12)), { minLength: 8, maxLength: 8 }),
      (docs, questions) => {
        fill(docs)
        for (const [query, sort, skip, limit] of questions) {
          const wanted = { query: query as Record<string, unknown>, sort, skip, limit }
          expect(ask('indexed', wanted)).toEqual(ask('plain', wanted))
        }
      },
    ),
    { numRuns: 400 },
  )
})

test('any query after documents were changed and removed', () => {
  fc.assert(
    fc.property(
      fc.array(document, { minLength: 3, maxLength: 12 }),
      fc.array(document, { minLength: 3, maxLength: 12 }),
      query,
      sort,
      (docs, changed, query, sort) => {
        fill(docs)
        for (const name of ['plain', 'indexed']) {
          const collection = database.collection(name)
          database.atomically(() => {
            for (const row of [...collection.all()].slice(0, changed.length))
              collection.replace(row, { ...(changed[0] as Doc), _id: row.doc._id })
            collection.remove([...collection.all()][0]!)
          })
        }
        const wanted = { query: query as Record<string, unknown>, sort }
        expect(ask('indexed', wanted)).toEqual(ask('plain', wanted))
      },
    ),
    { numRuns: 400 },
  )
})
