import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

export type Build = 'weapp' | 'h5' | 'functions'
const proof: Record<Build, string> = { weapp: 'app.json', h5: 'index.html', functions: 'repair/index.js' }

/** The folder of a build, which `npm test` makes before any test runs. */
export function builtFolder(name: Build): string {
  const folder = resolve('dist', name)
  if (!existsSync(join(folder, proof[name]))) throw new Error(`dist/${name} is not built: npm run build`)
  return folder
}

export interface BuiltFile {
  path: string
  bytes: number
}

export function filesBelow(folder: string): BuiltFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(path => ({ path: relative(folder, path).replaceAll('\\', '/'), bytes: statSync(path).size }))
}

const isText = (path: string): boolean =>
  /\.(js|mjs|cjs|json|wxml|wxss|wxs|css|html|ts|tsx|svg|txt|map)$/.test(path)

/** Path and content of every text file below a folder. */
export const textsBelow = (folder: string): { path: string; text: string }[] =>
  filesBelow(folder)
    .filter(({ path }) => isText(path))
    .map(({ path }) => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
