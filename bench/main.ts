/**
 * `npm run bench [-- --orders=1000000] [--only=year]`. Prints tables and writes bench/out/latest.json; with
 * `--only` bench/out/‹part›.json.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildTestFunctions, startLocalProcess, type LocalProcess } from '../tests/support/local-process'
import { measureActions } from './actions'
import { barsOf } from './bars'
import { measureColdStarts } from './cold-start'
import { round, table } from './figures'
import { measureGateCheck } from './gate-check'
import { measureGrowth } from './growth'
import { fill } from './orders'
import { measurePush } from './push'
import { measureYear, type Year } from './year'

const FEW = 1_000
const TURNS = 100
const MANY = 200
const COLD_RUNS = 25
/** The number of users who receive the push. */
const CROWD = 10_000
/** Chromium's CPU throttling for a cheap phone. */
const SLOWDOWN = 4

const print = (text: string) => console.log(text)

if (process.argv.includes('--help')) {
  print(
    'npm run bench [-- --orders=<number>] [--only=year]\n\n' +
      '  --orders  orders in the large database, 1000 to 10000000; 100000 without it\n' +
      '  --only    measures one part: year, the figures of a year',
  )
  process.exit(0)
}

const asked = process.argv.find(each => each.startsWith('--orders='))?.slice('--orders='.length) ?? '100000'
const orders = Number(asked)
if (!Number.isInteger(orders) || orders < FEW || orders > 10_000_000) {
  console.error(`--orders takes a whole number from ${String(FEW)} to 10000000, not ${asked}`)
  process.exit(1)
}

const dir = mkdtempSync(join(tmpdir(), 'anlin-bench-'))
const running: LocalProcess[] = []

process.on('exit', () => rmSync(dir, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

const only = process.argv.find(each => each.startsWith('--only='))?.slice('--only='.length)
if (only !== undefined && only !== 'year') {
  console.error(`--only takes year, not ${only}`)
  process.exit(1)
}

void (only === 'year' ? benchYear() : bench())
  .finally(() => Promise.all(running.map(local => local.stop())))
  .catch((error: unknown) => {
    console.error(error)
    process.exitCode = 1
  })

/** Builds the functions and prints the machine. */
async function prepare() {
  const functionsDir = join(dir, 'functions')
  await buildTestFunctions('cloudfunctions', functionsDir)
  const machine = {
    cores: availableParallelism(),
    cpu: cpus()[0]?.model ?? 'unknown',
    node: process.version,
    load: round(loadavg()[0] ?? 0, 1),
  }
  print(
    `${String(machine.cores)} cores, ${machine.cpu}, Node ${machine.node}; load before the start: ${String(machine.load)}\n`,
  )
  return { functionsDir, machine }
}

function write(name: string, found: object): void {
  mkdirSync('bench/out', { recursive: true })
  writeFileSync(
    `bench/out/${name}.json`,
    `${JSON.stringify({ at: new Date().toISOString(), orders, ...found }, null, 2)}\n`,
  )
}

/** Counts and queries a year with few records and one with all of them. */
async function measureYears(functionsDir: string): Promise<Year[]> {
  const years = [
    await measureYear(dir, functionsDir, FEW, TURNS),
    await measureYear(dir, functionsDir, orders, TURNS),
  ]
  print('A year of records: counted by the timer, then queried\n')
  print(
    `${table(
      [
        'records in the year',
        'rounds to count it',
        'in all, s',
        'longest round, s',
        'a round after one change, ms',
      ],
      years.map(each => [
        each.records,
        each.rounds,
        each.firstCountSeconds,
        each.longestRoundSeconds,
        each.recountMs,
      ]),
    )}\n`,
  )
  print(
    `${table(
      ['call', 'records', 'requests', 'examined', 'scans', 'p50 ms', 'p95 ms'],
      years.flatMap(({ records, answers }) =>
        answers.map(each => [
          each.call,
          records,
          each.requests,
          each.examined,
          each.scans,
          each.p50,
          each.p95,
        ]),
      ),
    )}\n`,
  )
  return years
}

async function benchYear(): Promise<void> {
  const { functionsDir, machine } = await prepare()
  write('year', { machine, years: await measureYears(functionsDir) })
}

async function bench(): Promise<void> {
  const { functionsDir, machine } = await prepare()

  const coldStarts = await measureColdStarts(functionsDir, dir, COLD_RUNS)
  print(
    `Cold start: from \`require\` of the bundle to its first answer in a fresh process, median of ${String(COLD_RUNS)}\n`,
  )
  print(
    `${table(
      ['bundle', 'kB', 'ms', 'times the SDK', 'RSS MB'],
      coldStarts.map(({ bundle, kB, ms, ratio, megabytes }) => [bundle, kB, ms, ratio, megabytes]),
    )}\n`,
  )

  const small = await open('small', FEW, functionsDir)
  const large = await open('large', orders, functionsDir)
  const growth = await measureGrowth(
    { local: small.local, orders: FEW },
    { local: large.local, orders },
    2 * TURNS,
  )
  print(
    `Growth: p50 in ms with ${String(FEW)} and with ${String(orders)} orders and vehicles; filled in ${String(large.seconds)} s, ${String(large.megabytes)} MB on disk\n`,
  )
  print(
    `${table(
      ['call', `${String(FEW)}`, `${String(orders)}`, 'ratio', 'requests', 'examined, few', 'examined, many'],
      growth.map(each => [
        each.call,
        each.small,
        each.large,
        each.ratio,
        each.requests,
        each.examinedSmall,
        each.examinedLarge,
      ]),
    )}\n`,
  )

  const { costs: actions, unmeasured } = await measureActions(small.local, TURNS, MANY)
  print(
    `Actions: ${String(TURNS)} calls in turn for the latency, ${String(MANY)} with 20 concurrent for the throughput\n`,
  )
  print(
    `${table(
      ['action', 'requests', 'examined', 'p50 ms', 'p95 ms', 'calls/s'],
      actions.map(each => [each.action, each.requests, each.examined, each.p50, each.p95, each.perSecond]),
    )}\n`,
  )
  if (unmeasured.length) print(`Not measured: ${unmeasured.join(', ')}\n`)

  const push = await measurePush(small.local, CROWD)
  print(
    `Push: ${String(push.sent)} of ${String(push.people)} users notified in ${String(push.seconds)} s, ${String(push.perSecond)} per second, ${String(push.requestsPerPerson)} database requests per user; an inbox examines ${String(push.inboxBefore)} documents before it and ${String(push.inboxAfter)} after\n`,
  )

  const gateCheck = await measureGateCheck(SLOWDOWN)
  print(
    `Offline check of a visitor's code in a browser slowed down ${String(SLOWDOWN)} times: median ${String(round(gateCheck.medianMs, 1))} ms, the first, with the set-up of the library, ${String(round(gateCheck.firstMs, 1))} ms\n`,
  )

  const memory = {
    atStart: small.startMegabytes,
    atStartWithAllOrders: large.startMegabytes,
    afterReads: residentMegabytes(large.local),
    afterActions: residentMegabytes(small.local),
  }
  print('Memory of the process, functions included, in MB\n')
  print(
    table(
      ['moment', 'RSS'],
      [
        ['started', memory.atStart],
        [`started, ${String(orders)} orders`, memory.atStartWithAllOrders],
        [`after the reads of ${String(orders)} orders`, memory.afterReads],
        ['after all actions, 20 concurrent calls', memory.afterActions],
      ],
    ),
  )

  const years = await measureYears(functionsDir)
  const bars = barsOf({ coldStarts, growth, actions, gateCheck, years })
  print('\nBars\n')
  print(
    table(
      ['what', 'at most', 'worst', 'of', 'met'],
      bars.map(({ what, most, worst, of, met }) => [what, most, worst, of, met ? 'yes' : 'NO']),
    ),
  )

  write('latest', { machine, coldStarts, growth, actions, unmeasured, push, gateCheck, memory, years, bars })
}

/** Starts a separate local cloud with `count` orders in its database. */
async function open(name: string, count: number, functionsDir: string) {
  const dataDir = join(dir, name)
  const began = performance.now()
  fill(dataDir, count)
  const seconds = round((performance.now() - began) / 1000, 1)
  const local = await startLocalProcess({ functionsDir, dataDir, env: { QUIET: '1' } })
  running.push(local)
  return {
    local,
    seconds,
    megabytes: Math.round(statSync(join(dataDir, 'cloud.sqlite')).size / 1e6),
    startMegabytes: residentMegabytes(local),
  }
}

function residentMegabytes({ pid }: LocalProcess): number {
  return Math.round(
    Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024,
  )
}
