import type { CodeSpace } from 'glass-easel-miniprogram-adapter'
import type { CompiledApp } from '../support/compiled-app'

interface AppDefinition {
  onLaunch?(options: object): void
  onShow?(options: object): void
}

/**
 * Runs the app's scripts as WeChat's logic layer does: modules by relative path, no window and no document.
 * `Page` and `Component` belong to the entry file that is being run, whichever chunk calls them.
 */
export class LogicLayer {
  app: AppDefinition = {}
  private readonly modules = new Map<string, { exports: unknown }>()
  private entry = 'app'

  constructor(
    private readonly compiled: CompiledApp,
    private readonly space: CodeSpace,
    private readonly wx: object,
    private readonly pages: object[],
  ) {}

  /** Runs an entry file: the app, a page or a component. */
  run(path: string): void {
    const before = this.entry
    this.entry = path
    this.space.componentEnv(path, () => this.require(path))
    this.entry = before
  }

  private require(path: string): unknown {
    const known = this.modules.get(path)
    if (known) return known.exports
    const source = this.compiled.scripts[path]
    if (source === undefined) throw new Error(`the app has no ${path}.js`)
    const module = { exports: {} }
    this.modules.set(path, module)
    const given = {
      wx: this.wx,
      module,
      exports: module.exports,
      require: (to: string) => this.require(resolve(path, to)),
      App: (definition: AppDefinition) => {
        this.app = definition
      },
      getApp: () => this.app,
      getCurrentPages: () => this.pages,
      Page: (definition: object) =>
        this.space.componentEnv(this.entry, ({ Page }) => Page(definition as never)),
      Component: (definition: object) =>
        this.space.componentEnv(this.entry, ({ Component }) => Component(definition as never)),
      Behavior: (definition: object) =>
        this.space.componentEnv(this.entry, ({ Behavior }) => Behavior(definition as never)),
      window: undefined,
      document: undefined,
      globalThis: undefined,
      self: undefined,
      navigator: undefined,
      location: undefined,
      localStorage: undefined,
    }
    // WeChat's logic layer runs the compiled files in the same way, without window and document.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the source is our own build
    new Function(...Object.keys(given), source)(...Object.values(given))
    return module.exports
  }
}

function resolve(from: string, to: string): string {
  const parts = from.split('/').slice(0, -1)
  for (const step of to.replace(/\.js$/, '').split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.') parts.push(step)
  }
  return parts.join('/')
}
