import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtFolder, filesBelow } from './support/dist'

// WeChat's own template compiler and style compiler, as they come with its tools.
const { wxmlToJs, wxssToJs } = require('miniprogram-compiler') as {
  wxmlToJs: (folder: string) => string
  wxssToJs: (folder: string) => string
}

const folder = builtFolder('weapp')

test('wcc takes every template', () => {
  const compiled = wxmlToJs(folder)
  const left = filesBelow(folder)
    .map(({ path }) => path)
    .filter(path => path.endsWith('.wxml') && !compiled.includes(path))
  expect(left).toEqual([])
})

test('wcsc takes every style sheet', () => {
  expect(wxssToJs(folder).length).toBeGreaterThan(0)
})

test('wcc names a template that is broken, so the silence above means something', () => {
  const broken = mkdtempSync(join(tmpdir(), 'anlin-wxml-'))
  writeFileSync(join(broken, 'page.wxml'), '<view><text>{{ a</view>')
  try {
    expect(() => wxmlToJs(broken)).toThrow(/page\.wxml/)
  } finally {
    rmSync(broken, { recursive: true, force: true })
  }
})

interface AppJson {
  pages: string[]
  tabBar: { list: { pagePath: string; text: string }[] }
  darkmode?: boolean
  themeLocation?: string
  __usePrivacyCheck__?: boolean
  lazyCodeLoading?: string
}
const json = <T>(path: string): T => JSON.parse(readFileSync(join(folder, path), 'utf8')) as T

test('app.json holds what WeChat asks: tabs that are pages of the main package, both themes, the privacy check', () => {
  const app = json<AppJson>('app.json')
  expect(app.tabBar.list.length).toBeGreaterThanOrEqual(2)
  expect(app.tabBar.list.length).toBeLessThanOrEqual(5)
  for (const tab of app.tabBar.list) expect(app.pages).toContain(tab.pagePath)
  expect(app).toMatchObject({
    darkmode: true,
    __usePrivacyCheck__: true,
    lazyCodeLoading: 'requiredComponents',
  })

  const themes = json<Record<'light' | 'dark', Record<string, string>>>(app.themeLocation ?? 'theme.json')
  const used = [...new Set(JSON.stringify(app).match(/"@\w+"/g) ?? [])].map(each => each.slice(2, -1))
  expect(used.length).toBeGreaterThan(0)
  for (const theme of ['light', 'dark'] as const)
    expect(used.filter(name => !themes[theme][name])).toEqual([])
})
