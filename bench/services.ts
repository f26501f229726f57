import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { MeasureService } from './bench'

const folder = join(__dirname, 'services')

/**
 * The measurements of all files in bench/services, in alphabetical order. No file relies on another one: each
 * prepares its own data.
 */
export async function loadServices(): Promise<MeasureService[]> {
  const modules = readdirSync(folder)
    .sort()
    .map(file => import(join(folder, file)) as Promise<{ measureService: MeasureService }>)
  return (await Promise.all(modules)).map(({ measureService }) => measureService)
}
