import { readdirSync } from 'node:fs'

const foldersIn = path =>
  readdirSync(new URL(path, import.meta.url), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)

const deployables = foldersIn('./cloudfunctions/').filter(name => !name.startsWith('_'))
/** `(a|b|c)` as a capturing group: a rule refers to the captured name as `$1`. */
const oneOf = names => `(${names.join('|')})`

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/**
 * The directions in which imports may run. Every rule covers imports of types too, unless it says otherwise.
 * tests/build/an-import-runs-the-wrong-way.test.ts breaks each rule once.
 * @type {import('dependency-cruiser').IConfiguration}
 */
export default {
  forbidden: [
    rule(
      'no-circle',
      'Two files that import each other belong together, or share something that needs its own file.',
      {},
      { circular: true },
    ),
    rule(
      'domain-is-pure',
      'The domain is pure: it may import only zod/mini and dayjs.',
      { path: '^domain/' },
      { pathNot: ['^domain/', '^node_modules/(zod|dayjs)/'] },
    ),
    rule(
      'domain-takes-zod-mini',
      'zod/mini is 13.5 KB, zod is 81 KB.',
      { path: '^(domain|src)/' },
      { path: '^node_modules/zod/', pathNot: '^node_modules/zod/mini/' },
    ),
    rule(
      'functions-stand-on-domain',
      'A cloud function must not depend on the mini-program, the local process or tools.',
      { path: '^cloudfunctions/' },
      { path: '^(src|localcloud|tools|tests|bench)/' },
    ),
    rule(
      'phone-calls-functions',
      'The mini-program calls the server; it must not import its code.',
      { path: '^src/' },
      { path: '^(cloudfunctions|localcloud|tools|tests|bench)/' },
    ),
    rule(
      'local-process-knows-the-schema',
      'The local process replaces the cloud: from the functions it may import only the schema of the collections.',
      { path: '^localcloud/' },
      { path: '^(cloudfunctions|src|tools|tests|bench)/', pathNot: '^cloudfunctions/schema\\.ts$' },
    ),
    rule(
      'nothing-stands-on-the-local-process',
      'Only tools, tests and the bench may use the local process.',
      { path: '^(domain|cloudfunctions|src|config)/' },
      { path: '^localcloud/' },
    ),
    rule(
      'one-door-to-the-sdk',
      'The types of the SDK are wrong: only _kit/store.ts may import it.',
      { path: '^(domain|cloudfunctions|src)/', pathNot: '^cloudfunctions/_kit/store\\.ts$' },
      { path: '^node_modules/wx-server-sdk/' },
    ),
    rule(
      'kit-knows-no-service',
      '_kit depends on no service: messages belong in _messages, service code in _services.',
      { path: '^cloudfunctions/_kit/' },
      { path: '^cloudfunctions/', pathNot: '^cloudfunctions/_kit/' },
    ),
    rule(
      'messages-know-no-service',
      'A service uses _messages, never the other way round.',
      { path: '^cloudfunctions/_messages/' },
      { path: '^cloudfunctions/', pathNot: '^cloudfunctions/_(kit|messages)/' },
    ),
    rule(
      'services-know-no-deployable',
      'A deployed function uses a service, never the other way round.',
      { path: '^cloudfunctions/_services/' },
      { path: `^cloudfunctions/${oneOf(deployables)}/` },
    ),
    rule(
      'service-apart-from-service',
      'Code that two services share belongs in _kit or _messages; the registry lists all services.',
      { path: '^cloudfunctions/_services/([^/]+)/' },
      {
        path: '^cloudfunctions/_services/([^/]+)/',
        pathNot: ['^cloudfunctions/_services/$1/'],
      },
    ),
    rule(
      'deployable-apart-from-deployable',
      'Code that two functions share belongs in _services, _messages, _kit or domain.',
      { path: `^cloudfunctions/${oneOf(deployables)}/` },
      { path: `^cloudfunctions/${oneOf(deployables)}/`, pathNot: '^cloudfunctions/$1/' },
    ),
    rule(
      'registry-is-read-by-deployables',
      'A service that imports the registry would depend on every other service.',
      { path: '^cloudfunctions/_' },
      { path: '^cloudfunctions/_services/registry\\.ts$' },
    ),
    rule(
      'pages-apart-from-pages',
      'WeChat loads each subpackage separately: shared code belongs in src/ui, src/widgets or src/i18n.',
      { path: '^src/packages/([^/]+)/' },
      { path: '^src/packages/([^/]+)/', pathNot: '^src/packages/$1/' },
    ),
    rule(
      'main-package-knows-no-subpackage',
      'The main package is loaded first, without the subpackages.',
      { path: '^src/(?!packages/)' },
      { path: '^src/packages/' },
    ),
    rule(
      'ui-knows-no-service',
      'UI components get their data as props; components for a service belong in src/widgets.',
      { path: '^src/ui/' },
      { path: ['^src/(cloud|state|widgets|pages|packages)/', '^domain/(?!kernel/)'] },
    ),
    rule(
      'schemas-stay-on-the-server',
      'The mini-program needs the types of the contract, not its schemas; names are in kinds.ts.',
      { path: '^src/' },
      {
        path: [
          '^domain/(contract|services)\\.ts$',
          '^domain/[^/]+/(contract/|(contract|service|settings-wire)\\.ts$)',
        ],
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule('nothing-is-missing', 'The imported module does not exist.', {}, { couldNotResolve: true }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: '^node_modules/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
