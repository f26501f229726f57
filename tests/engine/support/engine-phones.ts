import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Browser, Locator, Page } from 'playwright-core'
import { builtFolder } from '../../build/support/dist'
import { seedPeople } from '../../functions/support/estate'
import { startLocalProcess, type LocalProcess } from '../../support/local-process'
import { readCompiledApp } from './compiled-app'

const { launchBrowser } = require('../../../tools/browser.cjs') as { launchBrowser: () => Promise<Browser> }

export interface EnginePhone {
  page: Page
  /** The control or region with this id on the page in front. */
  at: (id: string) => Locator
  tap: (id: string) => Promise<void>
  /** Types into the field with this id. */
  fill: (id: string, value: string) => Promise<void>
  sees: (text: string) => Promise<void>
  open: (url: string) => Promise<void>
  /** Errors of the app, and requests that left this machine. */
  troubles: string[]
}

export interface EnginePhones extends LocalProcess {
  /** The compiled mini-program under Tencent's own engine, in one person's hands. */
  of(openid: string): Promise<EnginePhone>
  ok<T = any>(openid: string, fn: string, action: string, input?: object): Promise<T>
}

const patience = 20_000

/** The compiled app on a local process of its own, with the demonstration people and none of their things. */
export async function startEnginePhones(): Promise<EnginePhones> {
  const folder = mkdtempSync(join(tmpdir(), 'anlin-engine-'))
  for (const name of ['weapp', 'functions'] as const)
    cpSync(builtFolder(name), join(folder, name), { recursive: true })
  const local = await startLocalProcess({
    functionsDir: join(folder, 'functions'),
    dataDir: join(folder, 'data'),
    env: { QUIET: '1' },
  })
  seedPeople(local.url)
  const compiled = readCompiledApp(join(folder, 'weapp'))
  const engine = (
    await build({
      entryPoints: ['tests/engine/phone/main.ts'],
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2022',
      logLevel: 'error',
    })
  ).outputFiles[0]!.text
  const browser = await launchBrowser()
  let count = 0
  return {
    ...local,
    async of(openid) {
      const context = await browser.newContext({
        viewport: { width: 375, height: 812 },
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
      })
      context.setDefaultTimeout(patience)
      const page = await context.newPage()
      const troubles: string[] = []
      page.on('pageerror', error => troubles.push(`error: ${error.message}`))
      page.on('request', request => {
        if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(local.url))
          troubles.push(`request: ${request.url()}`)
      })
      // A page of the local process's own origin, so that calls reach it.
      await page.route('**/engine', route =>
        route.fulfill({
          contentType: 'text/html',
          body: '<!doctype html><meta charset="utf-8"><body></body>',
        }),
      )
      await page.goto(`${local.url}/engine`)
      await page.addScriptTag({ content: engine })
      await page.evaluate(
        ([app, who]) => {
          ;(window as any).startPhone(app, who)
        },
        [compiled, openid] as const,
      )
      // The engine puts a prefix of its own before every id.
      const at = (id: string): Locator => page.locator(`[id$="${id}"]:visible`)
      const send = async (target: Locator, name: string, detail: object): Promise<void> => {
        await target.waitFor()
        await target.evaluate(
          (element, [event, more]) => {
            ;(window as any).sendEvent(element, event, more)
          },
          [name, detail] as const,
        )
      }
      return {
        page,
        troubles,
        at,
        tap: id => send(at(id), 'tap', {}),
        fill: (id, value) => send(at(id).locator('wx-input, wx-textarea').first(), 'input', { value }),
        sees: text => page.getByText(text).locator('visible=true').first().waitFor(),
        open: url =>
          page.evaluate(to => {
            ;(window as any).openPage(to)
          }, url),
      }
    },
    async ok(openid, fn, action, input = {}) {
      const reply = await local.call(
        fn,
        { action, input, requestId: `engine-${String(process.pid)}-${String(count++)}` },
        openid,
      )
      if (!reply.ok) throw new Error(`${fn}.${action}: ${JSON.stringify(reply.error)}`)
      return reply.data
    },
    async stop() {
      await browser.close()
      await local.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
