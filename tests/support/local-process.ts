import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export interface LocalProcess {
  url: string
  /** The child's id, to kill it. */
  pid: number
  dataDir: string
  /** What the process has printed. */
  output: () => string
  /** `POST /call/<name>` as `openid`. Resolves with the function's reply. */
  call: <T = any>(name: string, data: unknown, openid?: string) => Promise<T>
  post: <T = any>(path: string, body?: unknown) => Promise<T>
  get: <T = any>(path: string) => Promise<T>
  /** Ends the process and removes its data, unless `dataDir` was given. */
  stop: () => Promise<void>
  /** Resolves with the exit code once the process has ended. */
  exited: Promise<number | null>
}

export interface LocalProcessOptions {
  functionsDir: string
  dataDir?: string
  env?: Record<string, string>
  /** In the place of cloudfunctions/schema.ts. */
  schema?: unknown
}

let built: Promise<string> | undefined

/** Builds the local cloud once per test process, where its packages are still found. */
export function builtLocalCloud(): Promise<string> {
  built ??= build()
  return built
}

async function build(): Promise<string> {
  const cache = resolve('node_modules/.cache/anlin')
  removeLeftovers(cache)
  const outDir = join(cache, `localcloud-${process.pid}`)
  const outFile = join(outDir, 'main.mjs')
  await runNode(
    `import { buildLocalCloud } from './tools/build-node.mjs'; await buildLocalCloud({ outFile: ${JSON.stringify(outFile)} })`,
  )
  return outFile
}

/** Removes builds of test processes that have ended: jest has no hook that runs at the end of its process. */
function removeLeftovers(cache: string): void {
  for (const name of existsSync(cache) ? readdirSync(cache) : []) {
    const pid = Number(/^localcloud-(\d+)$/.exec(name)?.[1])
    if (pid && !isRunning(pid)) rmSync(join(cache, name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/**
 * Builds the functions of `sourceDir` (each folder with an index.ts) into `outDir`, in a process of its own:
 * esbuild does not run inside jest.
 */
export async function buildTestFunctions(sourceDir: string, outDir: string): Promise<void> {
  const options = JSON.stringify({ sourceDir: resolve(sourceDir), outDir: resolve(outDir) })
  await runNode(`import { buildFunctions } from './tools/build-node.mjs'; await buildFunctions(${options})`)
}

/**
 * Starts the local cloud as a child process on a free port. Timers do not run by themselves: send
 * `POST /tick`, or set TIMERS=on in `env`.
 */
export async function startLocalProcess(options: LocalProcessOptions): Promise<LocalProcess> {
  const main = await builtLocalCloud()
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'anlin-'))
  const env: Record<string, string> = {
    PORT: '0',
    DATA_DIR: dataDir,
    FUNCTIONS_DIR: resolve(options.functionsDir),
    TIMERS: 'off',
    ...options.env,
  }
  if (options.schema) {
    env['SCHEMA_FILE'] = join(dataDir, 'schema.json')
    writeFileSync(env['SCHEMA_FILE'], JSON.stringify(options.schema))
  }
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed: string[] = []
  const exited = new Promise<number | null>(done => child.once('exit', done))
  const url = await startupUrl(child, printed)
  const request = async (path: string, init: RequestInit) => (await fetch(url + path, init)).json()
  const post = (path: string, body: unknown = {}, headers: Record<string, string> = {}) =>
    request(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    })
  return {
    url,
    dataDir,
    exited,
    pid: child.pid!,
    output: () => printed.join(''),
    call: (name, data, openid = 'someone') => post(`/call/${name}`, data, { 'x-wx-openid': openid }),
    post: (path, body) => post(path, body),
    get: path => request(path, {}),
    stop: async () => {
      child.kill('SIGTERM')
      await exited
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function startupUrl(child: ChildProcess, printed: string[]): Promise<string> {
  return new Promise((done, fail) => {
    const read = (chunk: Buffer) => {
      printed.push(chunk.toString())
      const url = /Anlin local cloud: (http:\S+)/.exec(printed.join(''))?.[1]
      if (url) done(url)
    }
    child.stdout!.on('data', read)
    child.stderr!.on('data', read)
    child.once('exit', code => fail(new Error(`the local cloud ended with ${code}: ${printed.join('')}`)))
  })
}

function runNode(script: string): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.once('exit', code => (code === 0 ? done() : fail(new Error(`node -e ended with ${code}`))))
  })
}
