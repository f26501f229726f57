import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import tseslint from 'typescript-eslint'

const functionsDir = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, 'cloudfunctions')
const functionNames = readdirSync(functionsDir, { withFileTypes: true })
  .filter(entry => entry.isDirectory() && !entry.name.startsWith('_'))
  .map(entry => entry.name)

/** Relative imports that climb out into one of these folders. */
const intoFolders = (folders, message) => ({ regex: `^(\\.\\./)+(${folders.join('|')})(/|$)`, message })

const boundary = (files, ...patterns) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
})

const noSdk = {
  regex: '^wx-server-sdk',
  message: 'Only cloudfunctions/_kit/store.ts speaks with the cloud SDK.',
}
const functionsStayInside = [
  intoFolders(
    ['src', 'localcloud', 'tools', 'tests'],
    'A cloud function stands on domain and cloudfunctions/_kit alone.',
  ),
  { regex: '^@/', message: 'A cloud function imports nothing of the mini-program.' },
]
const notAnotherFunction = names =>
  names.length
    ? [intoFolders(names, 'One cloud function does not import another; what two share is in _kit or domain.')]
    : []

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.local/', '.swc/', 'bench/out/'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      'no-control-regex': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        {
          argsIgnorePattern: '^_',
          varsIgnorePattern: '^_',
          caughtErrorsIgnorePattern: '^_',
          ignoreRestSiblings: true,
        },
      ],
    },
  },
  {
    files: ['tests/**'],
    rules: { '@typescript-eslint/no-explicit-any': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
  { files: ['**/*.cjs', 'babel.config.js'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: ['domain/**', 'src/**'], rules: { 'no-console': 'error' } },
  {
    files: ['src/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^@domain/(.+/)?(contract|wire)$',
              allowTypeImports: true,
              message: 'Schemas and their library stay on the server; names are in kinds.ts.',
            },
          ],
        },
      ],
    },
  },

  boundary(
    ['domain/**'],
    {
      regex: '^(?!\\.{1,2}(/|$)|@domain/|zod/mini$|dayjs(/|$))',
      message: 'The domain imports the domain, zod/mini and dayjs, nothing else.',
    },
    intoFolders(
      ['src', 'cloudfunctions', 'localcloud', 'tools', 'tests'],
      'The domain knows none of those who use it.',
    ),
  ),
  boundary(
    ['src/**'],
    intoFolders(
      ['cloudfunctions', 'localcloud', 'tools', 'tests'],
      'The mini-program reaches the server through calls, not through imports.',
    ),
    noSdk,
  ),
  boundary(
    ['cloudfunctions/*.ts', 'cloudfunctions/_kit/**'],
    noSdk,
    ...functionsStayInside,
    ...notAnotherFunction(functionNames),
  ),
  boundary(['cloudfunctions/_kit/store.ts'], ...functionsStayInside, ...notAnotherFunction(functionNames)),
  ...functionNames.map(name =>
    boundary(
      [`cloudfunctions/${name}/**`],
      noSdk,
      ...functionsStayInside,
      ...notAnotherFunction(functionNames.filter(other => other !== name)),
    ),
  ),
  boundary(['config/**'], intoFolders(['localcloud'], 'Only tools and tests import the local cloud.')),
)
