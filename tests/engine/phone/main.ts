import { glassEasel, MiniProgramEnv, type Root } from 'glass-easel-miniprogram-adapter'
import type { CompiledApp } from '../support/compiled-app'
import { LogicLayer } from './logic-layer'
import { makeWx } from './wx'

/** A phone in a browser page: Tencent's engine, the compiled app, and one person. */

type Lifetimes = Record<
  'onLoad' | 'onShow' | 'onReady' | 'onHide' | 'onUnload',
  ((query?: object) => void) | undefined
>
interface Shown {
  page: Lifetimes & { route: string; options: object }
  root: Root
  frame: HTMLElement
}

glassEasel.globalOptions.writeIdToDOM = true
glassEasel.globalOptions.throwGlobalError = true

function startPhone(compiled: CompiledApp, openid: string): void {
  const style = document.head.appendChild(document.createElement('style'))
  style.textContent = compiled.style
  const env = new MiniProgramEnv()
  const backend = env.associateBackend()
  const space = env.createCodeSpace('', true)
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the compiler hands out templates as source
  const groups = new Function(`return ${compiled.templates}`)() as Record<string, never>
  for (const [path, content] of Object.entries(groups))
    space.addCompiledTemplate(path, { groupList: groups, content })
  for (const [path, config] of Object.entries(compiled.configs)) space.addComponentStaticConfig(path, config)

  const stack: Shown[] = []
  const pages: object[] = []
  const front = (): Shown | undefined => stack[stack.length - 1]

  function open(url: string): void {
    const [path = '', search = ''] = url.replace(/^\//, '').split('?')
    const query = Object.fromEntries(new URLSearchParams(search))
    if (!ran.has(path)) {
      ran.add(path)
      logic.run(path)
    }
    const before = front()
    before?.page.onHide?.()
    if (before) before.frame.hidden = true
    const root = backend.createRoot('wx-page', space, path)
    const page = root.get() as unknown as Shown['page']
    Object.assign(page, { route: path, options: query })
    const frame = document.body.appendChild(document.createElement('div'))
    const placeholder = frame.appendChild(document.createElement('div'))
    stack.push({ page, root, frame })
    pages.push(page)
    page.onLoad?.(query)
    root.attach(frame as never, placeholder as never)
    page.onShow?.()
    page.onReady?.()
  }

  function back(): void {
    const last = stack.pop()
    pages.pop()
    last?.page.onUnload?.()
    last?.root.release()
    last?.frame.remove()
    const now = front()
    if (!now) return
    now.frame.hidden = false
    now.page.onShow?.()
  }

  const replace = (url: string): void => {
    back()
    open(url)
  }

  const ran = new Set<string>()
  const logic = new LogicLayer(
    compiled,
    space,
    makeWx(openid, { open, back, replace }, title => {
      document.title = title
    }),
    pages,
  )
  logic.run('app')
  logic.run('comp')
  logic.app.onLaunch?.({ path: 'pages/home/index', query: {}, scene: 1001 })
  logic.app.onShow?.({ path: 'pages/home/index', query: {}, scene: 1001 })
  open('pages/home/index')
  Object.assign(window, { openPage: open })
}

/** Sends an event to an element as WeChat's view layer does. */
function send(element: Element, name: string, detail: object): void {
  let target = element as Element & { __wxElement?: never }
  while (!target.__wxElement && target.parentElement) target = target.parentElement
  // What is typed neither bubbles nor crosses into other components; a tap does both.
  const tap = name === 'tap'
  glassEasel.Event.dispatchEvent(
    target.__wxElement as never,
    new glassEasel.Event(name, detail, { bubbles: tap, composed: tap, capturePhase: tap }),
  )
}

Object.assign(window, { startPhone, sendEvent: send })
