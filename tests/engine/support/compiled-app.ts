import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'

/** The compiled mini-program as the engine takes it. */
export interface CompiledApp {
  /** JavaScript that evaluates to path → template. */
  templates: string
  /** Path without ending → source. */
  scripts: Record<string, string>
  /** Path without ending → static configuration. */
  configs: Record<string, object>
  /** The app's own style sheet, in units that a browser knows. */
  style: string
}

/**
 * Elements of the engine and of the templates themselves; every other tag is one of WeChat's own
 * components.
 */
const structural = new Set([
  'block',
  'template',
  'import',
  'include',
  'wxs',
  'slot',
  'comp',
  'custom-wrapper',
])

/**
 * WeChat's components are plain elements here, under names that no browser knows; the engine wants a colon
 * in their bindings.
 */
const asElements = (wxml: string): string =>
  wxml
    .replace(/<(\/?)([a-z][\w-]*)/g, (tag, slash: string, name: string) =>
      structural.has(name) ? tag : `<${slash}wx-${name}`,
    )
    .replace(/\s(bind|catch)([a-z]+)=/g, ' $1:$2=')

/** 750 rpx are as wide as the screen. */
const inBrowserUnits = (wxss: string): string =>
  wxss
    .replace(/(-?[\d.]+)rpx/g, 'calc($1 * 100vw / 750)')
    .replace(/(^|[},\s])(view|text|image|button|input|textarea|scroll-view)(?=[\s.:,{>])/g, '$1wx-$2')
    .replace(/(^|[},])page(?=[\s,{])/g, '$1body')

/** What WeChat's own components look like before the app says anything. */
const elements =
  'body { margin: 0 } wx-page, comp, wx-view, wx-button, wx-scroll-view, wx-input, wx-textarea { display: block }'

/** Reads what `npm run build` left for WeChat. */
export function readCompiledApp(folder: string): CompiledApp {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name =>
    relative(folder, join(folder, name)),
  )
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
  const ending = (end: string): string[] => files.filter(name => name.endsWith(end))
  const bare = (name: string): string => name.replace(/\.\w+$/, '')
  const group = new TmplGroup()
  for (const name of ending('.wxml')) group.addTmpl(bare(name), asElements(read(name)))
  for (const name of ending('.wxs')) group.addScript(bare(name), read(name))
  const templates = group.getTmplGenObjectGroups()
  group.free()
  return {
    templates,
    scripts: Object.fromEntries(ending('.js').map(name => [bare(name), read(name)])),
    configs: Object.fromEntries(ending('.json').map(name => [bare(name), JSON.parse(read(name)) as object])),
    style: `${elements}\n${inBrowserUnits(read('app.wxss'))}`,
  }
}
