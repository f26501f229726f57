/** `npm test [-- jest arguments]`: lint, types, builds and every test; the last line is the sum of all. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildAll } from './build.mjs'
import { install } from './install.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
/** The folders whose imports the rules of .dependency-cruiser.mjs judge. */
const cruised = ['domain', 'cloudfunctions', 'src', 'localcloud', 'tools', 'bench', 'config']
const sum = { passed: 0, failed: 0, skipped: 0 }

install()
await check('Lint', () => run(['node_modules/eslint/bin/eslint.js', '.']))
await check('Format', () =>
  run(['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']),
)
await check('Imports', () =>
  run([
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.mjs',
    ...cruised,
  ]),
)
await check('Types', () => run(['node_modules/typescript/bin/tsc', '--noEmit']))
await check('Builds', () => buildAll().then(() => 0))
await jest(process.argv.slice(2))

const line = `${sum.passed} passed, ${sum.failed} failed${sum.skipped ? `, ${sum.skipped} skipped` : ''}`
process.exitCode = sum.failed > 0 ? 1 : 0
process.stdout.write(`${line}\n`)

/** One check counts as one test. */
async function check(title, work) {
  console.log(`${title} …`)
  const ok = await Promise.resolve()
    .then(work)
    .then(
      code => code === 0,
      error => console.error(error.message),
    )
  sum[ok ? 'passed' : 'failed'] += 1
  console.log(`${title}: ${ok ? 'passed' : 'FAILED'}`)
}

async function jest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'anlin-test-'))
  const outputFile = join(folder, 'jest.json')
  const browser = await import('./browser.mjs')
    .then(({ findBrowser }) => findBrowser())
    .catch(error => console.error(error.message))
  const env = browser ? { CHROMIUM: browser } : {}
  const code = await run(
    ['node_modules/jest/bin/jest.js', '--maxWorkers=2', '--json', `--outputFile=${outputFile}`, ...args],
    env,
    ['ignore', 'ignore', 'inherit'],
  )
  const result = read(outputFile)
  rmSync(folder, { recursive: true, force: true })
  const failed = (result?.numFailedTests ?? 0) + (result?.numRuntimeErrorTestSuites ?? 0)
  const passed = result?.numPassedTests ?? 0
  sum.passed += passed
  sum.failed += failed
  sum.skipped += (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0)
  if (failed > 0) return
  if (passed === 0) miss('No test ran.')
  else if (code !== 0) miss(`Jest ended with ${code}, though no test failed.`)
}

function miss(line) {
  console.error(line)
  sum.failed += 1
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** Resolves with the exit code. NODE_ENV is left to the tools: jest sets its own. */
function run(args, more = {}, stdio = ['ignore', 'inherit', 'inherit']) {
  const env = { ...process.env, ...more }
  delete env.NODE_ENV
  return new Promise(done => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio })
    child.once('error', error => {
      console.error(error.message)
      done(1)
    })
    child.once('exit', code => done(code ?? 1))
  })
}
