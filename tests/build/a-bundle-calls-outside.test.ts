import { resolve } from 'node:path'
import { builtFolder, textsBelow } from './support/dist'

/**
 * Addresses that stand in a phone's build and are never requested. Each by its full beginning, with the
 * reason;
 * whatever is not here fails.
 */
const quoted: [address: string, why: string][] = [
  ['http://www.w3.org/', 'names of XML namespaces: SVG, XHTML, XLink, MathML'],
  ['https://reactjs.org/docs/error-decoder.html?invariant=', 'React quotes it in the text of an error'],
  ['https://taro.com', "Taro's base for parsing relative addresses with its own URL class"],
  ['https://stenciljs.com/docs/', 'Stencil quotes it in the text of a warning'],
  ['https://query-string.invalid', "query-string's base for parsing; .invalid never resolves"],
]
/** Two slashes as they are, escaped as in JSON, or encoded. */
const outside = /(?:https?|wss?|ftp):(?:\/\/|\\\/\\\/)[\w[$][^\s"'`\\)<>]+/gi
/** In CSS and HTML an address needs no scheme. */
const schemeless = /(?:url\(\s*["']?|(?:src|href)\s*=\s*["']?)\/\/[^\s"')>]+/gi
const onThisMachine = /^https?:\/\/(127\.0\.0\.1|localhost)(?=[:/]|$)/

const addressesIn = (text: string): string[] =>
  [...(text.match(outside) ?? []), ...(text.match(schemeless) ?? [])].map(each => each.replaceAll('\\/', '/'))
const isQuoted = (address: string): boolean =>
  quoted.some(
    ([known]) =>
      address.startsWith(known) && (/[/=]$/.test(known) || !/^[\w.:@-]/.test(address.slice(known.length))),
  )

/** Licence texts are shipped with the bundle and read by nobody's program. */
const strangers = (folder: string): string[] =>
  textsBelow(folder)
    .filter(({ path }) => !path.endsWith('.LICENSE.txt'))
    .flatMap(({ path, text }) =>
      addressesIn(text)
        .filter(each => !isQuoted(each) && !onThisMachine.test(each))
        .map(each => `${path}: ${each}`),
    )

test.each(['weapp', 'h5'] as const)('the %s build names no address outside', name => {
  expect(strangers(builtFolder(name))).toEqual([])
})

test("no source of ours names an address outside; what the functions' bundles hold beyond that is the cloud SDK's", () => {
  const found = ['src', 'domain', 'cloudfunctions', 'localcloud'].flatMap(folder =>
    strangers(resolve(folder)).map(each => `${folder}/${each}`),
  )
  expect(found).toEqual([])
})

test("the phones' builds hold nothing of the cloud SDK and nothing of the functions", () => {
  const marks = ['tencentcloudapi.com', 'metadata.tencentyun.com', 'wx-server-sdk', 'getWXContext']
  for (const name of ['weapp', 'h5'] as const) {
    const found = textsBelow(builtFolder(name)).flatMap(({ path, text }) =>
      marks.filter(mark => text.includes(mark)).map(mark => `${path}: ${mark}`),
    )
    expect(found).toEqual([])
  }
})

test('the search itself finds what it must', () => {
  expect(addressesIn('fetch("https://example.com/a")')).toEqual(['https://example.com/a'])
  expect(addressesIn('"wss:\\/\\/example.com\\/a"')).toEqual(['wss://example.com'])
  expect(addressesIn('background: url(//example.com/a.png)')).toHaveLength(1)
  expect(isQuoted('http://www.w3.org.example.com/')).toBe(false)
  expect(isQuoted('https://taro.com.example.com/')).toBe(false)
})
