/** Builds what runs in Node: the cloud functions (as WeChat's cloud takes them) and the local cloud. */
import { cp, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * Bundles each folder of `sourceDir` with an index.ts into one CommonJS file, the SDK included. Modules that
 * a function does not use are dropped: domain/package.json and cloudfunctions/package.json declare theirs
 * free of side effects. Folders of `outDir` that belong to no function are removed, because everything in it
 * is deployed.
 * @returns {Promise<Array<{ name: string, bytes: number }>>} the names and sizes of the bundles
 */
export async function buildFunctions({
  outDir = join(root, 'dist/functions'),
  sourceDir = join(root, 'cloudfunctions'),
} = {}) {
  const folders = await readdir(sourceDir, { withFileTypes: true })
  const names = folders
    .filter(
      entry =>
        entry.isDirectory() &&
        !entry.name.startsWith('_') &&
        existsSync(join(sourceDir, entry.name, 'index.ts')),
    )
    .map(entry => entry.name)
  await removeOthers(outDir, names)
  return Promise.all(names.map(name => buildFunction(join(sourceDir, name), join(outDir, name), name)))
}

async function removeOthers(outDir, names) {
  const built = existsSync(outDir) ? await readdir(outDir) : []
  const others = built.filter(name => !names.includes(name))
  await Promise.all(others.map(name => rm(join(outDir, name), { recursive: true, force: true })))
}

async function buildFunction(source, target, name) {
  await rm(target, { recursive: true, force: true })
  await build({
    entryPoints: [join(source, 'index.ts')],
    outfile: join(target, 'index.js'),
    tsconfig: join(root, 'tsconfig.json'),
    nodePaths: [join(root, 'node_modules')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node16',
    minify: true,
    keepNames: true,
    logLevel: 'error',
  })
  if (existsSync(join(source, 'config.json')))
    await cp(join(source, 'config.json'), join(target, 'config.json'))
  await writeFile(join(target, 'package.json'), `${JSON.stringify({ name, main: 'index.js' }, null, 2)}\n`)
  return { name, bytes: (await stat(join(target, 'index.js'))).size }
}

/**
 * Builds the local cloud: main.mjs, worker.cjs and the estate page in one folder. Packages are not bundled.
 */
export async function buildLocalCloud({ outFile = join(root, 'dist/localcloud/main.mjs') } = {}) {
  const outDir = dirname(outFile)
  await mkdir(outDir, { recursive: true })
  const common = {
    bundle: true,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    tsconfig: join(root, 'tsconfig.json'),
    logLevel: 'error',
  }
  await Promise.all([
    build({ ...common, entryPoints: [join(root, 'localcloud/main.ts')], outfile: outFile, format: 'esm' }),
    build({
      ...common,
      entryPoints: [join(root, 'localcloud/functions/worker.ts')],
      outfile: join(outDir, 'worker.cjs'),
      format: 'cjs',
    }),
    cp(join(root, 'localcloud/estate-page'), join(outDir, 'estate-page'), { recursive: true }),
  ])
  return outFile
}
