/**
 * Runs the local cloud as a process. Settings come from the environment: PORT, DATA_DIR, FUNCTIONS_DIR,
 * H5_DIR, SCHEMA_FILE, QUIET=1, TIMERS=off, MEDIA_CHECK_MS.
 */
import { resolve } from 'node:path'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { schema } from '../cloudfunctions/schema'
import type { Schema } from './documents/database'
import { readSecret } from './secret'
import { startLocalCloud } from './start'

const {
  PORT = '8787',
  DATA_DIR = '.local',
  FUNCTIONS_DIR = 'dist/functions',
  H5_DIR = 'dist/h5',
  SCHEMA_FILE,
  QUIET,
  TIMERS,
  MEDIA_CHECK_MS = '300',
} = process.env

/** Errors of the file system and of SQLite for a folder that cannot be written. */
const UNWRITABLE = /EACCES|EPERM|EROFS|ENOTDIR|EEXIST|unable to open|readonly/i

try {
  process.env.ANLIN_SECRET ??= readSecret(DATA_DIR)
  const { url, close } = await startLocalCloud({
    port: Number(PORT),
    dataDir: DATA_DIR,
    functionsDir: resolve(FUNCTIONS_DIR),
    h5Dir: H5_DIR,
    estateDir: fileURLToPath(new URL('./estate-page', import.meta.url)),
    schema: SCHEMA_FILE ? (JSON.parse(readFileSync(SCHEMA_FILE, 'utf8')) as Schema) : schema,
    quiet: QUIET === '1',
    timers: TIMERS !== 'off',
    mediaCheckMs: Number(MEDIA_CHECK_MS),
  })
  console.log(`Anlin local cloud: ${url}`)
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void close().finally(() => process.exit(0)))
} catch (error) {
  console.error(`Anlin local cloud: ${explain(error as NodeJS.ErrnoException)}`)
  process.exit(1)
}

function explain(error: NodeJS.ErrnoException): string {
  if (error.code === 'EADDRINUSE') return `port ${PORT} is in use; choose another one with PORT=`
  if (UNWRITABLE.test(`${error.code} ${error.message}`))
    return `cannot write to ${DATA_DIR}; choose another folder with DATA_DIR=`
  return error.message
}
