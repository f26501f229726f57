import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const functions = join(__dirname, '../functions')

/** What `tests/functions/<folder>/<file>` exports, by folder, for every folder that has the file. */
export function readFunctionFolders<T>(file: string): [folder: string, exported: T][] {
  return readdirSync(functions)
    .filter(folder => existsSync(join(functions, folder, file)))
    .map(folder => [folder, require(join(functions, folder, file)) as T])
}
