import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { explainedCast } from './tools/lint/explained-cast.cjs'

/** The form of the code. The directions of imports are in .dependency-cruiser.mjs. */
export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.local/', '.swc/', 'bench/out/'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { anlin: { rules: { 'explained-cast': explainedCast } } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      complexity: ['error', 15],
      'max-len': [
        'error',
        {
          code: 110,
          ignoreUrls: true,
          ignoreStrings: true,
          ignoreTemplateLiterals: true,
          ignoreRegExpLiterals: true,
        },
      ],
      'max-lines': ['error', 300],
      'max-params': ['error', 4],
      'no-control-regex': 'error',
      'no-nested-ternary': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        {
          argsIgnorePattern: '^_',
          varsIgnorePattern: '^_',
          caughtErrorsIgnorePattern: '^_',
          ignoreRestSiblings: true,
        },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['domain/**', 'cloudfunctions/**', 'src/**', 'localcloud/**', 'tools/**', 'bench/**'],
    rules: { 'anlin/explained-cast': 'error' },
  },
  {
    files: ['src/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  { files: ['domain/**', 'src/**'], rules: { 'no-console': 'error' } },
  {
    files: ['tests/**'],
    rules: {
      // A test reads replies, pages and built files of any shape; its assertions take the place of types.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-require-imports': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    ...tseslint.configs.disableTypeChecked,
  },
  { files: ['**/*.cjs', 'babel.config.js'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
)
