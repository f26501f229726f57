import { writeFileSync } from 'node:fs'
import { dataKept, dataKeptPath } from './data-kept'

writeFileSync(dataKeptPath, dataKept())
