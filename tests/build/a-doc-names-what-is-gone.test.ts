import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

const root = dirname(dirname(__dirname))

function git(args: string[], input?: string): string[] {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: root, input, encoding: 'utf8' })
  // `check-ignore` ends with 1 when it finds nothing.
  if (status === null || status > 1) throw new Error(`git ${args.join(' ')}: ${stderr}`)
  return stdout.split('\n').filter(Boolean)
}

/** What the repository holds: tracked, or new and not ignored. */
const files = git(['ls-files', '--cached', '--others', '--exclude-standard']).filter(path =>
  existsSync(join(root, path)),
)
const known = new Set(files.flatMap(path => [path, ...foldersAbove(path)]))
const topFolders = [...new Set(files.filter(path => path.includes('/')).map(path => path.split('/')[0]!))]
/** Folders that several functions share; documents name them without `cloudfunctions/`. */
const sharedFolders = [...known].flatMap(path => /^cloudfunctions\/(_\w+)$/.exec(path)?.[1] ?? [])

function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, n) => parts.slice(0, n + 1).join('/'))
}

/**
 * The part of a path that can be checked: up to the first segment that stands for any name
 * (`<service>`, `x`, `x.ts`, `*`, `…`).
 */
function withoutPlaceholder(path: string): string {
  const parts = path.split('/')
  const first = parts.findIndex(part => /[<>*{}…]|\.\.\./.test(part) || /^x(\.\w+)*$/.test(part))
  return (first === -1 ? parts : parts.slice(0, first)).join('/')
}

const pathStart = [...topFolders, ...sharedFolders].map(name => name.replace('.', '\\.')).join('|')
const bareName = '[\\w-]+(?:\\.[\\w-]+)*\\.(?:md|test\\.tsx?)\\b'
/** A path that begins with a folder of the repository, or the bare name of a document or of a test. */
const pathPattern = new RegExp(`(?<![\\w@/.:=-])(?:(?:${pathStart})/[^\\s\`'"()|,;]*|${bareName})`, 'g')

const withoutAnchor = (target: string): string => target.replace(/#.*$/, '')
const pathsIn = (text: string): string[] =>
  [...text.matchAll(pathPattern)].map(([path]) => withoutAnchor(path).replace(/[.:…?!\]*/]+$/, ''))

/** Code spans and code blocks, as the paths they name, and the relative targets of links. */
function pathsInDocument(text: string): string[] {
  const code = text.match(/^```[\s\S]*?^```|`[^`\n]+`/gm) ?? []
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!)
  const relative = links.filter(target => !/^(?:[a-z]+:|#)/.test(target)).map(withoutAnchor)
  return [...code.flatMap(pathsIn), ...relative]
}

/** Block comments, and line comments that stand alone or behind code and a space. */
const commentsIn = (text: string): string[] => text.match(/\/\*[\s\S]*?\*\/|(?:^|\s)\/\/\s.*$/gm) ?? []

/**
 * Where a path may lead to: from the root, from the folder of the file, or into what functions share.
 * A test is named without its folder.
 */
function targetsOf(named: string, folder: string): string[] {
  const path = withoutPlaceholder(named)
  if (/^[^/]+\.test\.tsx?$/.test(path)) return files.filter(file => posix.basename(file) === path)
  const from = sharedFolders.includes(path.split('/')[0]!) ? ['cloudfunctions'] : ['.', folder]
  return from.map(start => posix.join(start, path).replace(/\/$/, ''))
}

const isThere = (path: string): boolean => path === '.' || known.has(path)
/** What git ignores is built, and missing in a fresh clone. */
const isBuilt = (path: string): boolean =>
  !path.startsWith('..') && git(['check-ignore', '--stdin'], path).length > 0

/** Every reference of a file that leads nowhere, as `file: path`. */
function missingIn(file: string, text: string): string[] {
  const paths = file.endsWith('.md') ? pathsInDocument(text) : commentsIn(text).flatMap(pathsIn)
  return [...new Set(paths)]
    .filter(path => {
      const targets = targetsOf(path, posix.dirname(file))
      return !targets.some(isThere) && !targets.some(isBuilt)
    })
    .map(path => `${file}: ${path}`)
}

/** Older entries of the changelog name files as they were. */
const unreleased = (changelog: string): string =>
  changelog.split(/^(?=## \[)/m).find(part => part.startsWith('## [Unreleased]')) ?? ''

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const isDocument = (path: string): boolean => /^(?:README[^/]*|CONTRIBUTING|docs\/.+)\.md$/.test(path)
/** The samples below name what is gone on purpose. */
const isCode = (path: string): boolean =>
  /\.(?:[cm]?[jt]sx?|css)$/.test(path) && join(root, path) !== __filename

test('every path that a document names is there', () => {
  const documents = files.filter(isDocument)
  expect(documents).toEqual(expect.arrayContaining(['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md']))
  const missing = documents.flatMap(path => missingIn(path, read(path)))
  expect([...missing, ...missingIn('CHANGELOG.md', unreleased(read('CHANGELOG.md')))]).toEqual([])
})

test('every path that a comment names is there', () => {
  expect(files.filter(isCode).flatMap(path => missingIn(path, read(path)))).toEqual([])
})

test.each([
  ['README.md', 'It is in `domain/gone.ts`.', ['domain/gone.ts']],
  ['README.md', 'Run `npx jest tests/domain/gone.test.ts`.', ['tests/domain/gone.test.ts']],
  ['README.md', '```sh\nnode tools/gone.mjs\n```', ['tools/gone.mjs']],
  ['README.md', 'See [the look](docs/gone.md#tokens).', ['docs/gone.md']],
  ['README.md', 'See `_kit/gone.ts`.', ['_kit/gone.ts']],
  ['docs/platform.md', 'Checked by `a-gone-thing.test.ts`.', ['a-gone-thing.test.ts']],
  ['docs/design.md', 'See [above](../gone.md) and [beside](gone.md).', ['../gone.md', 'gone.md']],
  ['src/app.ts', '// Why: docs/decisions/gone.md.', ['docs/decisions/gone.md']],
  ['src/app.ts', '/** Units: see gone.md, "Times". */', ['gone.md']],
  ['src/app.ts', 'const one = 1 // as in cloudfunctions/_kit/gone.ts', ['cloudfunctions/_kit/gone.ts']],
  [
    'src/app.ts',
    '/**\n * A folder: domain/gone/<service>/contract.ts\n */',
    ['domain/gone/<service>/contract.ts'],
  ],
])('%s with %j is found out', (file, text, missing) => {
  expect(missingIn(file, text)).toEqual(missing.map(path => `${file}: ${path}`))
})

test.each([
  [
    'README.md',
    'Files `domain/settings.ts` and folder `domain/`, [docs](docs/design.md#tokens), [web](https://a.b/docs/c.md).',
  ],
  [
    'README.md',
    'Placeholders: `domain/<service>/contract.ts`, `domain/x/contract.ts`, `cloudfunctions/_kit/…`.',
  ],
  ['README.md', 'Built: `bench/out/latest.json`. Prose: domain/gone is no code.'],
  ['docs/platform.md', 'Checked by `a-secret-in-a-bundle.test.ts`.'],
  ['docs/design.md', '[home](../README.md), `_kit/store.ts`'],
  ['src/app.ts', "import { one } from 'domain/gone' // docs/design.md: why"],
  ['src/app.ts', "const url = 'https://example.org/docs/gone.md'"],
])('%s with %j passes', (file, text) => {
  expect(missingIn(file, text)).toEqual([])
})

test('a changelog is read up to its first release', () => {
  expect(unreleased('# Log\n\n## [Unreleased]\n\n- `a`\n\n## [0.1.0] - 2026\n\n- `b`\n')).toContain('`a`')
  expect(unreleased('## [Unreleased]\n- `a`\n## [0.1.0]\n- `b`\n')).not.toContain('`b`')
  expect(unreleased('## [Unreleased]\n- `a`\n- `c`\n')).toContain('`c`')
})
