/** Installs the packages when they are missing or older than the lock file. Needs nothing but Node itself. */
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const OLDEST_NODE = 20

export function install() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < OLDEST_NODE)
    stop(`Anlin needs Node ${OLDEST_NODE} or newer; this is Node ${process.versions.node}.`)
  if (isInstalled()) return
  console.log('Installing packages, about a minute …')
  // The build and the tests are devDependencies: a NODE_ENV or an npm setting of the machine must not leave
  // them out.
  const env = { ...process.env }
  delete env.NODE_ENV
  const { status, error } = spawnSync('npm', ['ci', '--include=dev'], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (error || status !== 0)
    stop(
      `Packages could not be installed (${error?.message ?? `npm ci ended with ${status}`}). See npm's lines above; is the package registry reachable?`,
    )
}

function isInstalled() {
  const installed = join(root, 'node_modules/.package-lock.json')
  return (
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
  )
}

function stop(line) {
  console.error(line)
  process.exit(1)
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) install()
