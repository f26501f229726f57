import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildTestFunctions } from '../support/local-process'

const folder = mkdtempSync(join(tmpdir(), 'removed-function-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a build removes the folder of a function that is gone, and keeps the others', async () => {
  const sourceDir = join(folder, 'cloudfunctions')
  const outDir = join(folder, 'functions')
  for (const name of ['stays', 'goes']) {
    mkdirSync(join(sourceDir, name), { recursive: true })
    writeFileSync(join(sourceDir, name, 'index.ts'), 'export const main = () => 1\n')
  }
  await buildTestFunctions(sourceDir, outDir)
  expect(readdirSync(outDir).sort()).toEqual(['goes', 'stays'])
  rmSync(join(sourceDir, 'goes'), { recursive: true })
  await buildTestFunctions(sourceDir, outDir)
  expect(readdirSync(outDir)).toEqual(['stays'])
  expect(existsSync(join(outDir, 'stays/index.js'))).toBe(true)
})
