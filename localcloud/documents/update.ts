import { Query } from 'mingo'
import { updateOne, type Modifier } from 'mingo/updater'
import { CloudError } from '../errors'
import { isPlainObject, type Doc } from './values'

type Modifiers = Record<string, Record<string, unknown>>

/**
 * Returns the document after the SDK's update operators (`$set`, `$inc`, `$push` …). `query` decides which
 * element `$` in a path stands for.
 */
export function applyUpdate(
  doc: Doc,
  modifiers: Record<string, unknown>,
  query: Record<string, unknown>,
): Doc {
  const operators = Object.keys(modifiers).every(key => key.startsWith('$'))
    ? (modifiers as Modifiers)
    : { $set: modifiers }
  const docs = [cloneValue(doc) as Doc]
  updateOne(docs, {}, positioned(operators, doc, query) as Modifier<Doc>, { cloneMode: 'deep' })
  if (docs[0]!._id !== doc._id)
    throw new CloudError('DATABASE_REQUEST_FAILED', 'the field _id cannot be changed')
  return docs[0]!
}

/**
 * mingo supports `$` only directly under the array that the query names, so `$` is replaced by the index of
 * the element.
 */
function positioned(modifiers: Modifiers, doc: Doc, query: Record<string, unknown>): Modifiers {
  return Object.fromEntries(
    Object.entries(modifiers).map(([operator, fields]) => [
      operator,
      Object.fromEntries(
        Object.entries(fields).map(([path, operand]) => [position(path, doc, query), operand]),
      ),
    ]),
  )
}

function position(path: string, doc: Doc, query: Record<string, unknown>): string {
  const at = path.indexOf('.$')
  if (at < 0 || (path[at + 2] !== undefined && path[at + 2] !== '.')) return path
  const array = path.slice(0, at)
  const elements = array.split('.').reduce<unknown>((value, part) => (value as Doc | undefined)?.[part], doc)
  const conditions = Object.entries(query).filter(([key]) => key === array || key.startsWith(`${array}.`))
  const index = Array.isArray(elements)
    ? elements.findIndex(
        element =>
          conditions.length > 0 &&
          conditions.every(([key, condition]) =>
            new Query(nest(key, array, condition)).test(nest(array, array, [element])),
          ),
      )
    : -1
  if (index < 0)
    throw new CloudError(
      'DATABASE_REQUEST_FAILED',
      `The positional operator did not find the match needed from the query: ${path}`,
    )
  return `${array}.${index}${path.slice(at + 2)}`
}

/** Moves the array to the top level under one name, so that the test needs no enclosing document. */
function nest(key: string, array: string, value: unknown): Record<string, unknown> {
  return { [`array${key.slice(array.length)}`]: value }
}

function cloneValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cloneValue)
  if (!isPlainObject(value)) return value instanceof Date ? new Date(value) : value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cloneValue(item)]))
}
