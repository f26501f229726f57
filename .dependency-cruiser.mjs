import { readdirSync } from 'node:fs'

const foldersIn = path =>
  readdirSync(new URL(path, import.meta.url), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)

const deployables = foldersIn('./cloudfunctions/').filter(name => !name.startsWith('_'))
/** `(a|b|c)`, captured, so that a rule can speak of "another one" as `$1`. */
const oneOf = names => `(${names.join('|')})`

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })
/**
 * Which way imports run. Every rule counts imports of types too.
 * @type {import('dependency-cruiser').IConfiguration}
 */
export default {
  forbidden: [
    rule(
      'no-circle',
      'Two files that need each other are one idea, or lack a third.',
      {},
      { circular: true },
    ),
    rule(
      'domain-is-pure',
      'The rules know no cloud, no phone and no clock: zod/mini and dayjs alone.',
      { path: '^domain/' },
      { pathNot: ['^domain/', '^node_modules/(zod|dayjs)/'] },
    ),
    rule(
      'domain-takes-zod-mini',
      'zod/mini is 13.5 KB where zod is 81 KB.',
      { path: '^(domain|src)/' },
      { path: '^node_modules/zod/', pathNot: '^node_modules/zod/mini/' },
    ),
    rule(
      'functions-stand-on-domain',
      'A cloud function knows neither the mini-program nor the local process.',
      { path: '^cloudfunctions/' },
      { path: '^(src|localcloud|tools|tests|bench)/' },
    ),
    rule(
      'phone-calls-functions',
      'The mini-program reaches the server through calls, not through imports.',
      { path: '^src/' },
      { path: '^(cloudfunctions|localcloud|tools|tests|bench)/' },
    ),
    rule(
      'local-process-knows-the-schema',
      'The local process stands in for the cloud: of the functions it knows the collections alone.',
      { path: '^localcloud/' },
      { path: '^(cloudfunctions|src|tools|tests|bench)/', pathNot: '^cloudfunctions/schema\\.ts$' },
    ),
    rule(
      'nothing-stands-on-the-local-process',
      'Only tools, tests and the bench start it.',
      { path: '^(domain|cloudfunctions|src|config)/' },
      { path: '^localcloud/' },
    ),
    rule(
      'one-door-to-the-sdk',
      'The SDK’s types are faulty: _kit/store.ts alone speaks with it.',
      { path: '^(domain|cloudfunctions|src)/', pathNot: '^cloudfunctions/_kit/store\\.ts$' },
      { path: '^node_modules/wx-server-sdk/' },
    ),
    rule(
      'kit-knows-no-service',
      'What knows how people are reached is in _messages, what knows a service in _services.',
      { path: '^cloudfunctions/_kit/' },
      { path: '^cloudfunctions/', pathNot: '^cloudfunctions/_kit/' },
    ),
    rule(
      'messages-know-no-service',
      'A service tells _messages what to send, never the other way round.',
      { path: '^cloudfunctions/_messages/' },
      { path: '^cloudfunctions/', pathNot: '^cloudfunctions/_(kit|messages)/' },
    ),
    rule(
      'services-know-no-deployable',
      'A deployable uses a service, never the other way round.',
      { path: '^cloudfunctions/_services/' },
      { path: `^cloudfunctions/${oneOf(deployables)}/` },
    ),
    rule(
      'service-apart-from-service',
      'What two services share is in _kit or _messages; what the program does with all of them is in the registry.',
      { path: '^cloudfunctions/_services/([^/]+)/' },
      {
        path: '^cloudfunctions/_services/([^/]+)/',
        pathNot: ['^cloudfunctions/_services/$1/'],
      },
    ),
    rule(
      'deployable-apart-from-deployable',
      'What two deployables share is in _services, _messages, _kit or domain.',
      { path: `^cloudfunctions/${oneOf(deployables)}/` },
      { path: `^cloudfunctions/${oneOf(deployables)}/`, pathNot: '^cloudfunctions/$1/' },
    ),
    rule(
      'registry-is-read-by-deployables',
      'A service that read the registry would know every other service.',
      { path: '^cloudfunctions/_' },
      { path: '^cloudfunctions/_services/registry\\.ts$' },
    ),
    rule(
      'pages-apart-from-pages',
      'WeChat loads a package of pages by itself; what two share is in src/ui, src/widgets or src/i18n.',
      { path: '^src/packages/([^/]+)/' },
      { path: '^src/packages/([^/]+)/', pathNot: '^src/packages/$1/' },
    ),
    rule(
      'main-package-knows-no-subpackage',
      'The main package is loaded first and by itself.',
      { path: '^src/(?!packages/)' },
      { path: '^src/packages/' },
    ),
    rule(
      'ui-knows-no-service',
      'A part of the look takes what it shows; what knows a service is in src/widgets.',
      { path: '^src/ui/' },
      { path: ['^src/(cloud|state|widgets|pages|packages)/', '^domain/(?!kernel/)'] },
    ),
    rule(
      'schemas-stay-on-the-server',
      'A phone needs the types of the contract, never its schemas; names are in kinds.ts.',
      { path: '^src/' },
      {
        path: ['^domain/(contract|services)\\.ts$', '^domain/[^/]+/(contract/|(contract|service|wire)\\.ts$)'],
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule('nothing-is-missing', 'An import must lead somewhere.', {}, { couldNotResolve: true }),
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
