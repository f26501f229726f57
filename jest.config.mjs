const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      target: 'es2022',
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
  },
]

/** One project per kind of test; `npm test -- --selectProjects domain` runs one kind. */
const project = (name, more = {}) => ({
  displayName: name,
  rootDir: import.meta.dirname ?? new URL('.', import.meta.url).pathname,
  testMatch: [`<rootDir>/tests/${name}/**/*.test.{ts,tsx}`],
  transform: { '\\.[tj]sx?$': swc },
  moduleNameMapper: { '^@domain/(.*)$': '<rootDir>/domain/$1', '^@/(.*)$': '<rootDir>/src/$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.local/'],
  ...more,
})

export default {
  projects: [
    // @noble/curves comes as ES modules alone.
    project('domain', { transformIgnorePatterns: ['/node_modules/(?!@noble/)'] }),
    project('localcloud'),
    project('functions'),
    project('components', {
      testEnvironment: 'jsdom',
      setupFiles: ['<rootDir>/tests/components/support/setup.ts'],
      moduleNameMapper: {
        '^@domain/(.*)$': '<rootDir>/domain/$1',
        '^@/(.*)$': '<rootDir>/src/$1',
        '^@tarojs/components$': '<rootDir>/tests/components/support/components.tsx',
        '^@tarojs/taro$': '<rootDir>/tests/components/support/taro.ts',
        '\\.css$': '<rootDir>/tests/components/support/style.ts',
        // One copy, or the hooks of the tests and those of the components would not know of one another.
        '^react$': '<rootDir>/node_modules/react',
      },
    }),
    project('compiled'),
    project('engine'),
    project('browser'),
    project('threats'),
    project('build'),
  ],
}
