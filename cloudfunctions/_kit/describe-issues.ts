import type * as z from 'zod/mini'
import { words, type Words } from '@domain/kernel/words'

type Issue = z.core.$ZodIssue

function describe(issue: Issue): Words {
  switch (issue.code) {
    case 'too_small':
      return describeTooSmall(issue.origin, Number(issue.minimum))
    case 'too_big':
      return describeTooBig(issue.origin, Number(issue.maximum))
    case 'invalid_type':
      return issue.input === undefined ? words('必填', 'Required') : words('类型不对', 'Wrong type')
    case 'unrecognized_keys':
      return words('没有这一项', 'No such field')
    default:
      return words('格式不对', 'Not in the right form')
  }
}

function describeTooSmall(origin: string, least: number): Words {
  if (origin === 'string')
    return least === 1
      ? words('必填', 'Required')
      : words(`至少 ${String(least)} 个字`, `At least ${String(least)} characters`)
  if (origin === 'array')
    return words(`至少 ${String(least)} 项`, `At least ${least === 1 ? 'one' : String(least)}`)
  return words(`不能小于 ${String(least)}`, `At least ${String(least)}`)
}

function describeTooBig(origin: string, most: number): Words {
  if (origin === 'string') return words(`最多 ${String(most)} 个字`, `At most ${String(most)} characters`)
  return origin === 'array'
    ? words(`最多 ${String(most)} 项`, `At most ${String(most)}`)
    : words(`不能大于 ${String(most)}`, `At most ${String(most)}`)
}

/** Zod's issues as field path → text; an unknown field gets an entry under its own path. */
export function describeIssues(issues: readonly Issue[]): Record<string, Words> {
  // A map, because every object already has a field named `constructor`.
  const fields = new Map<string, Words>()
  for (const issue of issues) {
    const at = issue.path.map(String)
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map(key => [...at, key]) : [at]
    for (const path of paths) {
      const field = path.join('.') || 'input'
      if (!fields.has(field)) fields.set(field, describe(issue))
    }
  }
  return Object.fromEntries(fields)
}
