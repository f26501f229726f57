/**
 * `npm start`: builds and runs everything on this machine. PORT and DATA_DIR set the port and the data
 * folder.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildAll } from './build.mjs'
import { install } from './install.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const {
  PORT = '8787',
  DATA_DIR = '.local',
  FUNCTIONS_DIR = 'dist/functions',
  H5_DIR = 'dist/h5',
} = process.env
const seed = join(root, 'tools/demo/seed.ts')

// Checked first: the build before the start can take minutes.
if (await isTaken(Number(PORT))) fail(`Port ${PORT} is in use. Choose another one: PORT=8788 npm start`)
install()
await buildAll(['functions', 'localcloud', 'h5']).catch(error => fail(error.message))

const children = new Set()
let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    stopping = true
    for (const child of children) child.kill('SIGTERM')
  })

// Absolute, because a worker loads its function by path.
const folders = {
  DATA_DIR: resolve(root, DATA_DIR),
  FUNCTIONS_DIR: resolve(root, FUNCTIONS_DIR),
  H5_DIR: resolve(root, H5_DIR),
}
const cloud = run([join(root, 'dist/localcloud/main.mjs')], { PORT, ...folders }, [
  'ignore',
  'pipe',
  'inherit',
])
const ended = new Promise(done => cloud.once('exit', code => done(code ?? 1)))
void ended.then(code => process.exit(stopping ? 0 : code || 1))

const url = await urlOf(cloud)
if (existsSync(seed)) {
  const seeding = run(['--import', 'tsx', seed], { URL: url }, ['ignore', 'inherit', 'inherit'])
  const code = await new Promise(done => seeding.once('exit', done))
  if (code !== 0 && !stopping)
    console.error(`The demonstration data could not be written (tools/demo/seed.ts ended with ${code}).`)
}
if (!stopping) {
  console.log(`Anlin is running: ${url}`)
  console.log(`Data is in ${DATA_DIR}. Ctrl+C stops it.`)
}

function run(args, env, stdio) {
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio })
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

/** Forwards the output of the local cloud and resolves with the address in it. */
function urlOf(child) {
  return new Promise(done => {
    let printed = ''
    child.stdout.on('data', chunk => {
      process.stdout.write(chunk)
      if (printed === undefined) return
      printed += chunk
      const found = /Anlin local cloud: (http:\S+)/.exec(printed)?.[1]
      if (!found) return
      printed = undefined
      done(found)
    })
  })
}

function isTaken(port) {
  return new Promise(done => {
    const probe = createServer()
    probe.once('error', error => done(error.code === 'EADDRINUSE'))
    probe.listen(port, '127.0.0.1', () => probe.close(() => done(false)))
  })
}

function fail(line) {
  console.error(line)
  process.exit(1)
}
