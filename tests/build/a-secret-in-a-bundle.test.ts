import { builtFolder, textsBelow } from './support/dist'

const secretNames = [
  'secret_?(?:id|key)',
  'app_?secret',
  'access_?key(?:_?secret)?',
  'private_?key',
  'api_?key',
  'passw(?:or)?d',
]
const secrets: [what: string, pattern: RegExp][] = [
  ['a Tencent Cloud secret id', /\bAKID[A-Za-z0-9]{13,}\b/],
  ['an AWS key id', /\b(AKIA|ASIA)[A-Z0-9]{16}\b/],
  ['a private key', /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----[\s\\nr]*[A-Za-z0-9+/=]{24,}/],
  [
    'a token of a code host',
    /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{40,}|glpat-[A-Za-z0-9_-]{20,})\b/,
  ],
  [
    'a named secret with a value',
    new RegExp(`(?:${secretNames.join('|')})["']?\\s*[:=]\\s*["'][A-Za-z0-9+/=_-]{16,}["']`, 'i'),
  ],
  ['an app secret of WeChat beside an app id', /wx[0-9a-f]{16}["'\s,:;a-z_]{1,30}[0-9a-f]{32}\b/i],
]
const found = (text: string): string[] =>
  secrets.filter(([, pattern]) => pattern.test(text)).map(([what]) => what)

test.each(['weapp', 'h5', 'functions'] as const)('the %s build holds no secret', name => {
  const all = textsBelow(builtFolder(name)).flatMap(({ path, text }) =>
    found(text).map(what => `${path}: ${what}`),
  )
  expect(all).toEqual([])
})

test('no value of an environment variable that is named as a secret came into a bundle', () => {
  const values = Object.entries(process.env)
    .filter(
      ([name, value]) =>
        /secret|token|passw|credential|private|api_?key/i.test(name) && (value ?? '').length >= 12,
    )
    .map(([name, value]) => ({ name, value: value as string }))
  for (const build of ['weapp', 'h5', 'functions'] as const) {
    const leaked = textsBelow(builtFolder(build)).flatMap(({ path, text }) =>
      values.filter(({ value }) => text.includes(value)).map(({ name }) => `${path}: ${name}`),
    )
    expect(leaked).toEqual([])
  }
})

test("the phones' builds hold no source map, which would publish the sources", () => {
  for (const build of ['weapp', 'h5'] as const) {
    const maps = textsBelow(builtFolder(build))
      .filter(({ path, text }) => path.endsWith('.map') || /sourceMappingURL=[\w.\/-]+\.map/.test(text))
      .map(({ path }) => path)
    expect(maps).toEqual([])
  }
})

test('the search itself finds what it must', () => {
  const id = ['AK', 'ID', 'z8krbsJ5yKBZQpn74WFkmLPx3'].join('')
  expect(found(`x="${id}"`)).toHaveLength(1)
  expect(found('{secretKey:"Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"}')).toHaveLength(1)
  expect(found(`${'-----BEGIN'} RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA7bq98Xq1gnG2`)).toHaveLength(1)
  expect(found('secretKey: process.env.TENCENTCLOUD_SECRETKEY')).toEqual([])
})
