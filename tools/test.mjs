/** `npm test [-- jest arguments]`: checks, builds and every test; the last line is `N passed, N failed`. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildAll } from './build.mjs'
import { install } from './install.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
/** The checks by title, each a script of package.json. */
const checks = { Lint: 'lint', Format: 'format:check', Imports: 'imports', Types: 'types' }
const sum = { passed: 0, failed: 0, skipped: 0 }

install()
for (const [title, script] of Object.entries(checks)) await check(title, () => runScript(script))
await check('Builds', () => buildAll())
await runJest(process.argv.slice(2))

process.exitCode = sum.failed > 0 ? 1 : 0
const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''
process.stdout.write(`${sum.passed} passed, ${sum.failed} failed${skipped}\n`)

/** Runs `work`, which throws when it fails. One check counts as one test. */
async function check(title, work) {
  const began = Date.now()
  console.log(`${title} …`)
  try {
    await work()
    sum.passed += 1
    console.log(`${title}: passed (${secondsSince(began)})`)
  } catch (error) {
    sum.failed += 1
    console.error(`${title}: FAILED (${secondsSince(began)}). ${error.message}`)
  }
}

async function runScript(name) {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  if (!scripts[name]) throw new Error(`package.json has no script "${name}".`)
  const code = await run('npm', ['run', '--silent', name], { shell: process.platform === 'win32' })
  if (code !== 0) throw new Error(`Run "npm run ${name}" to repeat this check.`)
}

/** Runs all tests and adds their results to the sum. A run without results is a failure. */
async function runJest(args) {
  const began = Date.now()
  console.log('Tests, several minutes; each file is listed when it is done …')
  const folder = mkdtempSync(join(tmpdir(), 'anlin-test-'))
  const outputFile = join(folder, 'jest.json')
  const code = await run(
    process.execPath,
    ['node_modules/jest/bin/jest.js', '--maxWorkers=2', '--json', `--outputFile=${outputFile}`, ...args],
    { env: await browserEnv(), stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const result = readJson(outputFile)
  rmSync(folder, { recursive: true, force: true })
  const failed = (result?.numFailedTests ?? 0) + (result?.numRuntimeErrorTestSuites ?? 0)
  const passed = result?.numPassedTests ?? 0
  sum.passed += passed
  sum.failed += failed
  sum.skipped += (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0)
  console.log(`Tests: ${passed} passed, ${failed} failed (${secondsSince(began)})`)
  if (failed > 0) return
  if (passed === 0) fail('No test ran.')
  else if (code !== 0) fail(`Jest ended with ${code}, although no test failed.`)
}

/** Looks for the browser once for all test files. Without one the tests that need it fail; all others run. */
async function browserEnv() {
  try {
    const { findBrowser } = await import('./browser.mjs')
    return { CHROMIUM: await findBrowser() }
  } catch (error) {
    console.error(`The tests in a browser will fail: ${error.message}`)
    return {}
  }
}

function fail(reason) {
  console.error(reason)
  sum.failed += 1
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function secondsSince(began) {
  return `${Math.round((Date.now() - began) / 1000)} s`
}

/** Resolves with the exit code. NODE_ENV is not passed on: the tools choose it, and jest sets its own. */
function run(command, args, { env = {}, stdio = ['ignore', 'inherit', 'inherit'], shell = false } = {}) {
  const environment = { ...process.env, ...env }
  delete environment.NODE_ENV
  return new Promise(done => {
    const child = spawn(command, args, { cwd: root, env: environment, stdio, shell })
    child.once('error', error => {
      console.error(error.message)
      done(1)
    })
    child.once('exit', code => done(code ?? 1))
  })
}
