import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import ts from 'typescript'

const MOST_LINES = 300
const MOST_CHARACTERS = 110
const extensions = ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.css']
const root = resolve(__dirname, '../..')

/** The numbers (from 0) of the lines that a string or a template literal is on. */
function linesWithText(path: string, text: string): Set<number> {
  const found = new Set<number>()
  if (path.endsWith('.css')) {
    text.split('\n').forEach((line, n) => /'[^']*'|"[^"]*"/.test(line) && found.add(n))
    return found
  }
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind)
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      const first = source.getLineAndCharacterOfPosition(node.getStart(source)).line
      const last = source.getLineAndCharacterOfPosition(node.getEnd()).line
      for (let n = first; n <= last; n++) found.add(n)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** What is too long in a file, as `path: reason` or `path:line: reason`. */
function tooLong(path: string, text: string): string[] {
  const lines = text.replace(/\n$/, '').split('\n')
  const found = lines.length > MOST_LINES ? [`${path}: ${lines.length} lines`] : []
  if (lines.every(line => line.length <= MOST_CHARACTERS)) return found
  const withText = linesWithText(path, text)
  lines.forEach((line, n) => {
    if (line.length > MOST_CHARACTERS && !withText.has(n) && !/https?:\/\//.test(line))
      found.push(`${path}:${n + 1}: ${line.length} characters`)
  })
  return found
}

test('no file of ours is longer than 300 lines, and no line than 110 characters', () => {
  const { stdout } = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  const files = stdout
    .split('\n')
    .filter(path => extensions.includes(extname(path)) && existsSync(join(root, path)))
  expect(new Set(files.map(path => extname(path)))).toEqual(new Set(extensions))
  expect(files.flatMap(path => tooLong(path, readFileSync(join(root, path), 'utf8')))).toEqual([])
})

const long = 'word '.repeat(24)

test.each([
  ['a file', 'a.ts', 'one()\n'.repeat(301), ['a.ts: 301 lines']],
  ['a comment', 'a.ts', `one()\n// ${long}\n`, ['a.ts:2: 123 characters']],
  ['code', 'a.mjs', `call(${'one, '.repeat(24)}two)`, ['a.mjs:1: 129 characters']],
  ['a comment in quotes', 'a.ts', `// "${long}"`, ['a.ts:1: 125 characters']],
  ['a rule of a style sheet', 'a.css', `a { margin: ${'1px '.repeat(28)} }`, ['a.css:1: 126 characters']],
  ['a comment of a style sheet', 'a.css', `/* ${long} */`, ['a.css:1: 126 characters']],
])('%s that is too long is reported', (_, path, text, reported) => {
  expect(tooLong(path, text)).toEqual(reported)
})

test.each([
  ['a file of 300 lines', 'a.ts', 'one()\n'.repeat(300)],
  ['a line of 110 characters', 'a.ts', `// ${'x'.repeat(107)}`],
  ['a string', 'a.ts', `const one = '${long}'`],
  ['a template', 'a.ts', `const one = \`\${two} ${long}\``],
  ['a template of several lines', 'a.ts', `const one = \`first\n${long}\nlast\``],
  ['a text of a component', 'a.tsx', `const one = <Text label="${long}" />`],
  ['an address', 'a.ts', `// https://example.org/${'a'.repeat(110)}`],
  ['a string of a style sheet', 'a.css', `a::before { content: '${long}' }`],
])('%s passes', (_, path, text) => {
  expect(tooLong(path, text)).toEqual([])
})
