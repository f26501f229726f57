import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** Files by path. */
type Tree = Record<string, string>

const uses = (...modules: string[]): string => modules.map(module => `import '${module}'\n`).join('')
const leaf = 'export const value = 1\n'

/** For each rule of .dependency-cruiser.mjs the smallest tree that breaks it and no other rule. */
const broken: Record<string, Tree> = {
  'no-circle': { 'tools/one.ts': uses('./two'), 'tools/two.ts': uses('./one') },
  'domain-is-pure': { 'domain/repair/clocks.ts': uses('../../tools/now'), 'tools/now.ts': leaf },
  'domain-takes-zod-mini': { 'domain/repair/contract.ts': uses('zod') },
  'functions-stand-on-domain': {
    'cloudfunctions/repair/index.ts': uses('../../src/state/session'),
    'src/state/session.ts': leaf,
  },
  'phone-calls-functions': {
    'src/pages/home/index.ts': uses('../../../cloudfunctions/repair/create-order'),
    'cloudfunctions/repair/create-order.ts': leaf,
  },
  'local-process-knows-the-schema': {
    'localcloud/main.ts': uses('../cloudfunctions/_kit/store'),
    'cloudfunctions/_kit/store.ts': leaf,
  },
  'nothing-stands-on-the-local-process': {
    'config/index.ts': uses('../localcloud/clock'),
    'localcloud/clock.ts': leaf,
  },
  'one-door-to-the-sdk': { 'cloudfunctions/repair/index.ts': uses('wx-server-sdk') },
  'kit-knows-no-service': {
    'cloudfunctions/_kit/serve.ts': uses('../_messages/inbox'),
    'cloudfunctions/_messages/inbox.ts': leaf,
  },
  'messages-know-no-service': {
    'cloudfunctions/_messages/inbox.ts': uses('../_services/repair/records'),
    'cloudfunctions/_services/repair/records.ts': leaf,
  },
  'services-know-no-deployable': {
    'cloudfunctions/_services/repair/records.ts': uses('../../repair/create-order'),
    'cloudfunctions/repair/create-order.ts': leaf,
  },
  'service-apart-from-service': {
    'cloudfunctions/_services/repair/records.ts': uses('../visitor/records'),
    'cloudfunctions/_services/visitor/records.ts': leaf,
  },
  'deployable-apart-from-deployable': {
    'cloudfunctions/repair/index.ts': uses('../visitor/create-pass'),
    'cloudfunctions/visitor/create-pass.ts': leaf,
  },
  'registry-is-read-by-deployables': {
    'cloudfunctions/_services/repair/records.ts': uses('../registry'),
    'cloudfunctions/_services/registry.ts': leaf,
  },
  'pages-apart-from-pages': {
    'src/packages/repair/list/index.ts': uses('../../visitor/lib/pass'),
    'src/packages/visitor/lib/pass.ts': leaf,
  },
  'main-package-knows-no-subpackage': {
    'src/pages/home/index.ts': uses('../../packages/visitor/lib/pass'),
    'src/packages/visitor/lib/pass.ts': leaf,
  },
  'ui-knows-no-service': { 'src/ui/badge.ts': uses('@domain/repair/kinds'), 'domain/repair/kinds.ts': leaf },
  'schemas-stay-on-the-server': {
    'src/pages/home/index.ts': "import { value } from '@domain/repair/contract'\nexport default value\n",
    'domain/repair/contract.ts': leaf,
  },
  'nothing-is-missing': { 'tools/start.ts': uses('./gone') },
}

/** Imports in every direction that the rules allow, the exceptions among them. */
const clean: Tree = {
  'domain/kernel/ids.ts': uses('dayjs', 'zod/mini'),
  'domain/repair/contract.ts': `${uses('zod/mini', '../kernel/ids')}export interface Order {}\n`,
  'domain/repair/kinds.ts': leaf,
  'cloudfunctions/schema.ts': uses('@domain/repair/kinds'),
  'cloudfunctions/_kit/store.ts': uses('wx-server-sdk', '@domain/kernel/ids'),
  'cloudfunctions/_messages/inbox.ts': uses('../_kit/store'),
  'cloudfunctions/_services/repair/records.ts': uses('../../_messages/inbox', '../../_kit/store'),
  'cloudfunctions/_services/repair/manifest.ts': uses('./records'),
  'cloudfunctions/_services/registry.ts': uses('./repair/manifest'),
  'cloudfunctions/repair/index.ts': uses('./create-order', '@domain/repair/contract'),
  'cloudfunctions/repair/create-order.ts': uses('../_services/repair/records', '../_kit/store'),
  'cloudfunctions/courier/index.ts': uses('../_services/registry'),
  'src/ui/badge.ts': uses('@domain/kernel/ids'),
  'src/widgets/order-card.ts': uses('../ui/badge', '@domain/repair/kinds'),
  'src/pages/home/index.ts':
    "import type { Order } from '@domain/repair/contract'\nimport '@/widgets/order-card'\nexport type Shown = Order\n",
  'src/packages/repair/lib/card.ts': uses('@/widgets/order-card'),
  'src/packages/repair/list/index.ts': uses('../lib/card'),
  'localcloud/main.ts': uses('../cloudfunctions/schema'),
  'tools/demo/seed.ts': uses('../../cloudfunctions/_kit/store', '../../localcloud/main'),
  'bench/main.ts': uses('../localcloud/main', '../tools/demo/seed'),
}

const packages: Tree = Object.fromEntries(
  ['zod/index', 'zod/mini/index', 'dayjs/index', 'wx-server-sdk/index'].map(path => [
    `node_modules/${path}.js`,
    'module.exports = {}\n',
  ]),
)

const root = resolve(__dirname, '../..')
const folders: string[] = []
afterAll(() => folders.forEach(folder => rmSync(folder, { recursive: true })))

interface Cruise {
  summary: {
    violations: { rule: { name: string } }[]
    ruleSetUsed: { forbidden: { name: string }[] }
  }
}

/** Checks the tree with the configuration of this repository, as `npm run imports` does. */
function cruise(tree: Tree): { rules: string[]; violated: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'anlin-imports-'))
  folders.push(folder)
  copyFileSync(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'))
  for (const [path, text] of Object.entries({ ...packages, ...tree })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const top = new Set(Object.keys(tree).map(path => path.split('/')[0]!))
  const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const config = join(root, '.dependency-cruiser.mjs')
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [bin, '--config', config, '--output-type', 'json', ...top],
    { cwd: folder, encoding: 'utf8' },
  )
  if (!stdout) throw new Error(stderr)
  const { violations, ruleSetUsed } = (JSON.parse(stdout) as Cruise).summary
  return {
    rules: ruleSetUsed.forbidden.map(({ name }) => name),
    violated: [...new Set(violations.map(({ rule }) => rule.name))],
  }
}

jest.setTimeout(60_000)

test('a tree that keeps all rules is clean, and each rule has a tree that breaks it', () => {
  const { rules, violated } = cruise(clean)
  expect(violated).toEqual([])
  expect(Object.keys(broken).sort()).toEqual([...rules].sort())
})

test.each(Object.entries(broken))('%s is reported', (name, tree) => {
  expect(cruise(tree).violated).toEqual([name])
})
