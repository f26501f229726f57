import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { instanceEnv } from '../localcloud/functions/identity'
import { median, round } from './figures'

export interface ColdStart { bundle: string; kB: number; ms: number; ratio: number }

const BARE = 'the SDK alone'
const script = 'const began = performance.now(); require(process.argv[1]); process.stdout.write(String(performance.now() - began)); process.exit(0)'

/** Times `require` of each function's bundle in a fresh process, beside a bundle of the bare SDK, in turns; medians of `runs`. */
export async function measureColdStarts(functionsDir: string, dir: string, runs: number): Promise<ColdStart[]> {
  const bare = join(dir, 'bare', 'index.js')
  await build({
    stdin: { contents: 'const cloud = require("wx-server-sdk"); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV }); exports.main = () => null', resolveDir: resolve('.') },
    outfile: bare, bundle: true, platform: 'node', format: 'cjs', target: 'node16', minify: true, keepNames: true, logLevel: 'error',
  })
  const bundles = new Map([[BARE, bare], ...readdirSync(functionsDir).sort().map((name): [string, string] => [name, join(functionsDir, name, 'index.js')])])
  const times = new Map([...bundles.keys()].map(name => [name, [] as number[]]))
  for (let run = 0; run <= runs; run++) {
    for (const [name, path] of bundles) {
      const ms = start(path, name)
      if (run > 0) times.get(name)?.push(ms)
    }
  }
  const base = median(times.get(BARE) ?? [])
  return [...bundles].map(([bundle, path]) => {
    const ms = median(times.get(bundle) ?? [])
    return { bundle, kB: Math.round(statSync(path).size / 1024), ms: round(ms, 1), ratio: round(ms / base) }
  })
}

function start(path: string, name: string): number {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', script, path], { env: { ...process.env, ...instanceEnv('http://127.0.0.1:9/admin', name) }, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${name} does not start: ${stderr}`)
  return Number(stdout)
}
