import { EMPTY_ARRAY } from './keys'
import { isPlainObject, type Doc } from './values'

export interface PathValues {
  /** What an index stores for the path: each element of an array, null for a missing value. */
  values: unknown[]
  /** There is an array on the path, so it can hold several values. */
  multi: boolean
}

/** The values of a dotted path with arrays expanded, as MongoDB indexes them. */
export function valuesAt(doc: Doc, path: string): PathValues {
  const found: PathValues = { values: [], multi: false }
  collect(doc, path.split('.'), 0, found)
  return found
}

function collect(value: unknown, parts: string[], depth: number, found: PathValues): void {
  if (depth === parts.length) return collectLeaf(value, found)
  if (Array.isArray(value)) {
    found.multi = true
    const objects = value.filter(isPlainObject)
    if (objects.length === 0) found.values.push(null)
    for (const item of objects) collect(item, parts, depth, found)
    return
  }
  const next = isPlainObject(value) ? value[parts[depth]!] : undefined
  if (next === undefined) found.values.push(null)
  else collect(next, parts, depth + 1, found)
}

function collectLeaf(value: unknown, found: PathValues): void {
  if (!Array.isArray(value)) return void found.values.push(value)
  found.multi = true
  const elements: unknown[] = value.length ? value : [EMPTY_ARRAY]
  found.values.push(...elements)
}
