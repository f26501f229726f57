import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtFolder, filesBelow } from './support/dist'

const kilobyte = 1024
interface App {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
}

const folder = builtFolder('weapp')
const app = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')) as App
const roots = (app.subPackages ?? []).map(({ root }) => `${root.replace(/\/$/, '')}/`)
const files = filesBelow(folder)
const sum = (of: typeof files): number => of.reduce((total, { bytes }) => total + bytes, 0)

test('the main package has at most 400 KB', () => {
  const main = files.filter(({ path }) => !roots.some(root => path.startsWith(root)))
  expect(sum(main)).toBeLessThanOrEqual(400 * kilobyte)
})

test('each subpackage has at most 2 MB, and holds something', () => {
  expect(roots.length).toBeGreaterThan(0)
  for (const root of roots) {
    const bytes = sum(files.filter(({ path }) => path.startsWith(root)))
    expect({ root, full: bytes > 0, small: bytes <= 2 * kilobyte * kilobyte }).toEqual({
      root,
      full: true,
      small: true,
    })
  }
})

test('all packages together have at most 20 MB', () => {
  expect(sum(files)).toBeLessThanOrEqual(20 * kilobyte * kilobyte)
})

test('every page of app.json has its template, its script and its settings', () => {
  const pages = [
    ...app.pages,
    ...(app.subPackages ?? []).flatMap(({ root, pages }) =>
      pages.map(page => `${root.replace(/\/$/, '')}/${page}`),
    ),
  ]
  const there = new Set(files.map(({ path }) => path))
  const missing = pages
    .flatMap(page => ['js', 'json', 'wxml'].map(ending => `${page}.${ending}`))
    .filter(path => !there.has(path))
  expect(missing).toEqual([])
})
