import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Trigger {
  name: string
  type: string
  config: string
}

export interface FunctionSpec {
  name: string
  entry: string
  timeoutMs: number
  triggers: Trigger[]
}

const DEFAULT_TIMEOUT_SECONDS = 20

/**
 * Lists the built functions in `dir`: each folder with an index.js. config.json gives timeout (seconds) and
 * triggers.
 */
export function readCatalog(dir: string): Map<string, FunctionSpec> {
  const names = existsSync(dir)
    ? readdirSync(dir).filter(name => existsSync(join(dir, name, 'index.js')))
    : []
  return new Map(names.map(name => [name, readSpec(dir, name)]))
}

function readSpec(dir: string, name: string): FunctionSpec {
  const file = join(dir, name, 'config.json')
  const config = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { timeout?: number; triggers?: Trigger[] })
    : {}
  return {
    name,
    entry: join(dir, name, 'index.js'),
    timeoutMs: (config.timeout ?? DEFAULT_TIMEOUT_SECONDS) * 1000,
    triggers: (config.triggers ?? []).filter(trigger => trigger.type === 'timer'),
  }
}
