import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtFolder } from '../../build/support/dist'
import { eventually, seedPeople } from '../../functions/support/estate'
import { startLocalProcess, type LocalProcess } from '../../support/local-process'

interface Root {
  instance: any
  attach(parent: HTMLElement): void
  detach(): void
}
/**
 * A node of Taro's tree as a page's data holds it: `uid` the id in the source, `sid` the name on the
 * screen, `cn` what is inside.
 */
interface TaroNode {
  uid?: string
  sid: string
  cn?: TaroNode[]
}
type Drawn = HTMLElement & { __wxElement: object }

export interface Shown {
  /** Everything that is written on the page. */
  text(): string
  /** Waits until the page shows it. */
  sees(what: string | RegExp): Promise<void>
  tap(id: string): Promise<void>
  input(id: string, value: string): Promise<void>
  /** Waits for the control or region with this id, and gives it with what it says to screen readers. */
  at(id: string): Promise<{ element: Drawn; attributes: Record<string, unknown> }>
  close(): void
}

export interface SimulatedPhone extends LocalProcess {
  show(path: string, query?: Record<string, string>): Promise<Shown>
  /** What the page asked of WeChat, in order: [api, options]. */
  asked: [api: string, options: any][]
  ok<T = any>(openid: string, fn: string, action: string, input?: object): Promise<T>
}

function within(node: TaroNode | undefined, id: string): TaroNode | undefined {
  if (node?.uid === id) return node
  return node?.cn?.map(child => within(child, id)).find(Boolean)
}

/** As WeChat's base library sends it: through the component tree, up to the component that listens. */
function send(element: Drawn, name: string, detail: object): void {
  const { Event } = require('miniprogram-exparser')
  Event.dispatchEvent(
    element.__wxElement,
    Event.create(name, detail, { bubbles: true, capturePhase: true, composed: true }),
  )
}

/**
 * The compiled app in WeChat's own template compiler and a simulated component system, in the hands of
 * `openid`.
 * Cloud calls reach a local process. One per test file: an app starts once.
 */
export async function startSimulatedPhone(openid: string): Promise<SimulatedPhone> {
  const folder = mkdtempSync(join(tmpdir(), 'anlin-compiled-'))
  for (const name of ['weapp', 'functions'] as const)
    cpSync(builtFolder(name), join(folder, name), { recursive: true })
  const root = join(folder, 'weapp')
  const local = await startLocalProcess({
    functionsDir: join(folder, 'functions'),
    dataDir: join(folder, 'data'),
    env: { QUIET: '1' },
  })
  seedPeople(local.url)
  let count = 0
  const asked: SimulatedPhone['asked'] = []
  const kept = new Map<string, unknown>()
  const answers =
    (api: string, result: object = {}) =>
    (options: any = {}) => {
      asked.push([api, options])
      const answer = { errMsg: `${api}:ok`, ...result }
      options.success?.(answer)
      options.complete?.(answer)
      return Promise.resolve(answer)
    }
  const world = globalThis as any
  const appJson = JSON.parse(readFileSync(join(root, 'app.json'), 'utf8'))
  const pages: { route: string }[] = []
  let app: any
  world.wx = {
    cloud: {
      init: () => undefined,
      callFunction: (options: any) =>
        local.call(options.name, options.data, openid).then(result => {
          const answer = { errMsg: 'cloud.callFunction:ok', result }
          options.success?.(answer)
          return answer
        }),
    },
    getAppBaseInfo: () => ({ language: 'zh_CN', fontSizeSetting: 17, SDKVersion: '3.5.8', theme: 'light' }),
    getSystemInfoSync: () => ({
      language: 'zh_CN',
      platform: 'ios',
      SDKVersion: '3.5.8',
      windowWidth: 375,
      windowHeight: 812,
      pixelRatio: 2,
    }),
    getStorageSync: (key: string) => kept.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => {
      kept.set(key, value)
    },
    removeStorageSync: (key: string) => {
      kept.delete(key)
    },
    onNetworkStatusChange: () => undefined,
    canIUse: () => true,
    ...Object.fromEntries(
      [
        'setNavigationBarTitle',
        'setTabBarItem',
        'navigateTo',
        'redirectTo',
        'switchTab',
        'navigateBack',
        'showToast',
        'makePhoneCall',
        'pageScrollTo',
        'stopPullDownRefresh',
        'setTabBarBadge',
        'removeTabBarBadge',
        'openLocation',
        'addPhoneCalendar',
      ].map(api => [api, answers(api)]),
    ),
    chooseLocation: answers('chooseLocation', { name: '会所', latitude: 37.5, longitude: 121.4 }),
    getNetworkType: answers('getNetworkType', { networkType: 'wifi' }),
    requestSubscribeMessage: (options: any) =>
      answers(
        'requestSubscribeMessage',
        Object.fromEntries(options.tmplIds.map((id: string) => [id, 'accept'])),
      )(options),
  }
  Object.assign(world, {
    App: (definition: any) => {
      app = definition
    },
    getApp: () => app,
    getCurrentPages: () => pages,
    __wxConfig: appJson,
  })
  const simulate = require('miniprogram-simulate')
  const component = world.Component
  world.Page = (definition: any) => {
    const { data, ...rest } = definition
    const methods = Object.fromEntries(
      Object.entries(rest).filter(([, value]) => typeof value === 'function'),
    )
    component({ data, methods })
  }
  require(join(root, 'app.js'))
  app.onLaunch?.({ path: 'pages/home/index', query: {}, scene: 1001 })
  app.onShow?.({ path: 'pages/home/index', query: {}, scene: 1001 })

  // A page's code runs once, as in the app; it is shown as often as it is opened.
  const loaded = new Map<string, string>()
  // So do the components that all pages share: later pages are given the ids of the first.
  const jComponent = require('j-component')
  const register = jComponent.register
  const shared: Record<string, string> = {}
  jComponent.register = (definition: { id: string; path: string; tagName: string }) => {
    if (definition.tagName !== 'main') shared[definition.tagName] = definition.id
    return register(definition)
  }
  const load = (path: string): string => {
    const id = simulate.load(join(root, path), { rootPath: root, usingComponents: { ...shared } }) as string
    loaded.set(path, id)
    return id
  }

  return {
    ...local,
    asked,
    async ok(who, fn, action, input = {}) {
      const reply = await local.call(
        fn,
        { action, input, requestId: `simulated-${String(process.pid)}-${String(count++)}` },
        who,
      )
      if (!reply.ok) throw new Error(`${fn}.${action}: ${JSON.stringify(reply.error)}`)
      return reply.data
    },
    show(path, query = {}) {
      const page: Root = simulate.render(loaded.get(path) ?? load(path))
      const parent = document.body.appendChild(document.createElement('div'))
      Object.assign(page.instance, { route: path, options: query })
      pages.push(page.instance)
      page.attach(parent)
      page.instance.onLoad?.(query)
      page.instance.onShow?.()
      page.instance.onReady?.()
      const text = (): string => parent.textContent ?? ''
      const at: Shown['at'] = id =>
        eventually(() => {
          const node = within(page.instance.data.root as TaroNode, id)
          const element = node && parent.querySelector<Drawn>(`[data-sid="${node.sid}"]`)
          return Promise.resolve(element ? { element, attributes: { ...node } } : undefined)
        }).catch(() => {
          throw new Error(`There is no ${id} on the page, it shows: ${text()}`)
        })
      return Promise.resolve({
        text,
        at,
        async sees(what) {
          await eventually(() =>
            Promise.resolve(typeof what === 'string' ? text().includes(what) : what.test(text())),
          ).catch(() => {
            throw new Error(`The page does not show ${String(what)}, it shows: ${text()}`)
          })
        },
        tap: async id => send((await at(id)).element, 'tap', {}),
        async input(id, value) {
          const { element } = await at(id)
          send(element.querySelector<Drawn>('wx-input, wx-textarea') ?? element, 'input', { value })
        },
        close() {
          page.instance.onUnload?.()
          pages.splice(pages.indexOf(page.instance), 1)
          page.detach()
          parent.remove()
        },
      })
    },
    async stop() {
      await local.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
