import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { instanceEnv } from '../localcloud/functions/identity'
import { median, round } from './figures'

export interface ColdStart {
  bundle: string
  kB: number
  ms: number
  ratio: number
  megabytes: number
}
interface Start {
  ms: number
  megabytes: number
}

const BARE = 'the SDK alone'
/**
 * Measures up to the first answer, so that work at the first call counts too. The call is refused before any
 * database request.
 */
const script = `
const began = performance.now()
Promise.resolve(require(process.argv[1]).main({})).then(() => {
  const ms = performance.now() - began
  require('node:fs').writeSync(3, JSON.stringify({ ms, megabytes: process.memoryUsage().rss / 1048576 }))
  process.exit(0)
})`

/**
 * Times each function's bundle from `require` to its first answer in a new process, and a bundle of the SDK
 * alone. Returns medians of `runs` rounds after one warm-up round; every second round runs in the opposite
 * order.
 */
export async function measureColdStarts(
  functionsDir: string,
  dir: string,
  runs: number,
): Promise<ColdStart[]> {
  const bare = join(dir, 'bare', 'index.js')
  await build({
    stdin: {
      contents:
        'const cloud = require("wx-server-sdk"); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV }); exports.main = () => null',
      resolveDir: resolve('.'),
    },
    outfile: bare,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node16',
    minify: true,
    keepNames: true,
    logLevel: 'error',
  })
  const bundles: [string, string][] = [
    [BARE, bare],
    ...readdirSync(functionsDir)
      .sort()
      .map((name): [string, string] => [name, join(functionsDir, name, 'index.js')]),
  ]
  const starts = new Map(bundles.map(([name]) => [name, [] as Start[]]))
  for (let run = 0; run <= runs; run++) {
    for (const [name, path] of run % 2 ? bundles : [...bundles].reverse()) {
      const started = start(path, name)
      if (run > 0) starts.get(name)?.push(started)
    }
  }
  const of = (name: string, figure: keyof Start): number =>
    median((starts.get(name) ?? []).map(each => each[figure]))
  return bundles.map(([bundle, path]) => ({
    bundle,
    kB: Math.round(statSync(path).size / 1024),
    ms: round(of(bundle, 'ms'), 1),
    ratio: round(of(bundle, 'ms') / of(BARE, 'ms')),
    megabytes: Math.round(of(bundle, 'megabytes')),
  }))
}

function start(path: string, name: string): Start {
  const { status, output } = spawnSync(process.execPath, ['-e', script, path], {
    env: { ...process.env, ...instanceEnv('http://127.0.0.1:9/admin', name) },
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  if (status !== 0) throw new Error(`${name} does not start: ${output[2] ?? ''}`)
  return JSON.parse(output[3] ?? '') as Start
}
