import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(__dirname, '../functions')

/** What `tests/functions/<function>/<file>` exports, by function. A function without the file is left out. */
export function readFunctionFolders<T>(file: string): [fn: string, exported: T][] {
  return readdirSync(folder)
    .filter(fn => existsSync(join(folder, fn, file)))
    .map(fn => [fn, require(join(folder, fn, file)) as T])
}
