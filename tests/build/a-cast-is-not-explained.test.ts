import { RuleTester } from 'eslint'
import tseslint from 'typescript-eslint'
import { explainedCast } from '../../tools/lint/explained-cast.cjs'

const tester = new RuleTester({ languageOptions: { parser: tseslint.parser } })
const errors = [{ messageId: 'explain' }]

// RuleTester makes a test of each case.
tester.run('explained-cast', explainedCast, {
  valid: [
    { name: 'another cast needs no comment', code: 'const one = value as string' },
    { name: 'a cast to unknown alone loses no check', code: 'const one = value as unknown' },
    { name: 'a const assertion is no cast', code: 'const one = [1] as const' },
    { name: 'a comment on the same line', code: 'const one = value as never // The SDK has no type for it.' },
    {
      name: 'a comment on the line above',
      code: '// The SDK has no type for it.\nconst one = value as never',
    },
    {
      name: 'a block comment above',
      code: '/** The SDK has no type for it. */\nconst one = value as unknown as string',
    },
    {
      name: 'a comment above a statement of several lines',
      code: '// The SDK has no type for it.\nconst one = call(\n  first,\n  second as never,\n)',
    },
    {
      name: 'a comment above a line inside of a statement',
      code: 'const one = call(\n  first,\n  // The SDK has no type for it.\n  second as never,\n)',
    },
    {
      name: 'a comment above a property',
      code: 'const one = {\n  // The SDK has no type for it.\n  two: call(\n    value as never,\n  ),\n}',
    },
  ],
  invalid: [
    { name: 'never', code: 'const one = value as never', errors },
    { name: 'through unknown', code: 'const one = value as unknown as string', errors },
    { name: 'as an argument', code: 'call(value as never)', errors },
    {
      name: 'a comment that a line separates',
      code: '// The SDK has no type for it.\n\nconst one = value as never',
      errors,
    },
    {
      name: 'a comment below',
      code: 'const one = value as never\n// The SDK has no type for it.',
      errors,
    },
    {
      name: 'a comment on the statement before',
      code: 'const zero = 0 // nothing\nconst two = 2\nconst one = value as never',
      errors,
    },
    {
      name: 'each of two',
      code: 'call(\n  value as never,\n  value as unknown as string,\n)',
      errors: [...errors, ...errors],
    },
  ],
})
