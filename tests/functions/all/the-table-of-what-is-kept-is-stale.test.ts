import { readFileSync } from 'node:fs'
import { dataKept, dataKeptPath } from '../../../tools/docs/data-kept'

test('the table says what the schemas and manifests say', () => {
  expect(readFileSync(dataKeptPath, 'utf8')).toBe(dataKept())
})
