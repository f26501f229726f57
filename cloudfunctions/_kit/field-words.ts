import { words, type Words } from '@domain/kernel/words'
import type * as z from 'zod/mini'

type Issue = z.core.$ZodIssue

const wordsFor = (issue: Issue): Words => {
  switch (issue.code) {
    case 'too_small': return issue.origin === 'string' && issue.minimum === 1
      ? words('必填', 'Required') : words(`不能小于 ${String(issue.minimum)}`, `At least ${String(issue.minimum)}`)
    case 'too_big': return issue.origin === 'string'
      ? words(`最多 ${String(issue.maximum)} 个字`, `At most ${String(issue.maximum)} characters`)
      : words(`不能大于 ${String(issue.maximum)}`, `At most ${String(issue.maximum)}`)
    case 'invalid_type': return issue.input === undefined ? words('必填', 'Required') : words('类型不对', 'Wrong type')
    case 'unrecognized_keys': return words('没有这一项', 'No such field')
    default: return words('格式不对', 'Not in the right form')
  }
}

/** Zod's issues as field → text; an unknown field is named by itself. */
export function fieldsOf(issues: readonly Issue[]): Record<string, Words> {
  // A map, because a field that is called `constructor` is in every object already.
  const fields = new Map<string, Words>()
  for (const issue of issues) {
    const at = issue.path.map(String)
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map(key => [...at, key]) : [at]
    for (const path of paths) {
      const field = path.join('.') || 'input'
      if (!fields.has(field)) fields.set(field, wordsFor(issue))
    }
  }
  return Object.fromEntries(fields)
}
