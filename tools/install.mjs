/** Installs the packages if they are missing or older than the lock file. Uses only Node's own modules. */
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const OLDEST_NODE = 20

export function install() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < OLDEST_NODE)
    stop(`Anlin needs Node ${OLDEST_NODE} or later. This is Node ${process.versions.node}.`)
  if (isInstalled()) return
  console.log('Installing packages, about a minute …')
  // Build and tests need devDependencies: NODE_ENV or npm settings of the machine must not leave them out.
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
      `The packages could not be installed (${error?.message ?? `npm ci ended with ${status}`}). See the npm output above. Is the package registry reachable?`,
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
