/**
 * `npm run build [-- --only=functions,localcloud,h5,weapp]`: builds the targets whose sources have changed.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { install } from './install.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamps = join(root, 'dist/.stamps')

const ALWAYS = ['package.json', 'package-lock.json', 'tsconfig.json', 'tools/build.mjs']
const MINI_PROGRAM = [...ALWAYS, 'config', 'src', 'domain', 'babel.config.js', 'project.config.json']

const TARGETS = {
  functions: {
    title: 'cloud functions',
    sources: [...ALWAYS, 'tools/build-node.mjs', 'cloudfunctions', 'domain'],
    output: 'dist/functions',
    build: async () => {
      mkdirSync(join(root, 'dist/functions'), { recursive: true })
      await (await import('./build-node.mjs')).buildFunctions()
    },
  },
  localcloud: {
    title: 'local cloud',
    sources: [...ALWAYS, 'tools/build-node.mjs', 'localcloud', 'domain', 'cloudfunctions/schema.ts'],
    output: 'dist/localcloud/main.mjs',
    build: async () => (await import('./build-node.mjs')).buildLocalCloud(),
  },
  h5: {
    title: 'mini-program for the browser',
    sources: MINI_PROGRAM,
    output: 'dist/h5/index.html',
    needs: ['config/index.ts', 'src/app.config.ts'],
    build: () => buildWithTaro('h5'),
  },
  weapp: {
    title: 'mini-program for WeChat',
    sources: MINI_PROGRAM,
    output: 'dist/weapp/app.json',
    needs: ['config/index.ts', 'src/app.config.ts'],
    build: () => buildWithTaro('weapp'),
  },
}

export const ALL_TARGETS = Object.keys(TARGETS)

/** Builds the named targets in order; throws if a name is unknown or a build fails. */
export async function buildAll(names = ALL_TARGETS) {
  for (const name of names) {
    if (!TARGETS[name])
      throw new Error(`Unknown build target ${name}. The targets are ${ALL_TARGETS.join(', ')}.`)
  }
  for (const name of ALL_TARGETS.filter(each => names.includes(each)))
    await withLock(name, () => buildOne(name, TARGETS[name]))
}

async function buildOne(name, { title, sources, output, needs = [], build }) {
  const missing = needs.filter(path => !existsSync(join(root, path)))
  if (missing.length) return console.log(`Build: ${title}: skipped, ${missing.join(' and ')} missing`)
  const stamp = join(stamps, name)
  const hash = hashOf(sources)
  if (existsSync(join(root, output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash)
    return console.log(`Build: ${title}: unchanged`)
  rmSync(stamp, { force: true })
  const began = Date.now()
  console.log(`Build: ${title} …`)
  await build()
  if (!existsSync(join(root, output))) throw new Error(`The build of the ${title} did not write ${output}.`)
  writeFileSync(stamp, hash)
  console.log(`Build: ${title}: done in ${((Date.now() - began) / 1000).toFixed(1)} s`)
}

function buildWithTaro(type) {
  const outDir = join(root, 'dist', type)
  rmSync(outDir, { recursive: true, force: true })
  const cli = join(root, 'node_modules/@tarojs/cli/bin/taro')
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [cli, 'build', '--type', type], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (error || status !== 0)
    throw new Error(
      `taro build --type ${type} failed:\n${error?.message ?? ''}${stdout ?? ''}${stderr ?? ''}`,
    )
  // Taro can end with 0 after a compile error.
  if (!existsSync(join(outDir, type === 'h5' ? 'index.html' : 'app.json')))
    console.error(`${stdout}${stderr}`)
}

function hashOf(paths) {
  const hash = createHash('sha256').update(process.versions.node)
  for (const path of paths.flatMap(filesOf))
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0')
  return hash.digest('hex')
}

function filesOf(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full)
    .sort()
    .flatMap(name => filesOf(`${path}/${name}`))
}

/**
 * Two builds must not write into one folder: the second waits until the first has finished or its process is
 * gone.
 */
async function withLock(name, work) {
  mkdirSync(stamps, { recursive: true })
  const lock = join(stamps, `${name}.lock`)
  for (let isWaiting = false; !takeLock(lock); isWaiting = true) {
    if (!isWaiting) console.log(`Build: waiting for another build of ${name} …`)
    await wait(300)
  }
  try {
    await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function takeLock(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!isOwnerRunning(lock)) rmSync(lock, { force: true })
    return false
  }
}

function isOwnerRunning(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    return pid > 0 ? process.kill(pid, 0) : true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  install()
  const only = process.argv
    .find(arg => arg.startsWith('--only='))
    ?.slice('--only='.length)
    .split(',')
  try {
    await buildAll(only)
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}
