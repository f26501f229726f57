import type { Rule } from 'eslint'

export const explainedCast: Rule.RuleModule
