/**
 * `as never` and `as unknown as T` turn type checking off: a comment on the same line or directly above the
 * line or its statement must say why the compiler cannot know the type. CommonJS, so that its test can
 * require it.
 * @type {import('eslint').Rule.RuleModule}
 */
const explainedCast = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { explain: 'A comment must say why the compiler cannot know this type.' },
  },
  create(context) {
    const { sourceCode } = context
    const comments = sourceCode.getAllComments()
    const isExplained = node => {
      const statement = sourceCode.getAncestors(node).findLast(isStatement) ?? node
      const line = node.loc.start.line
      return comments.some(
        ({ loc }) =>
          loc.start.line === line ||
          loc.end.line === line - 1 ||
          loc.end.line === statement.loc.start.line - 1,
      )
    }
    return {
      TSAsExpression(node) {
        const { typeAnnotation, expression } = node
        const isNever = typeAnnotation.type === 'TSNeverKeyword'
        const isThroughUnknown =
          expression.type === 'TSAsExpression' && expression.typeAnnotation.type === 'TSUnknownKeyword'
        if ((isNever || isThroughUnknown) && !isExplained(node))
          context.report({ node, messageId: 'explain' })
      },
    }
  },
}

const isStatement = ({ type }) => /Statement$|Declaration$|^PropertyDefinition$|^Property$/.test(type)

module.exports = { explainedCast }
