import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { seedPeople } from '../../functions/support/estate'
import { startLocalProcess, type LocalProcess } from '../../support/local-process'
import { builtFolder } from '../../build/support/dist'

const { launchBrowser } = require('../../../tools/browser.cjs') as { launchBrowser: () => Promise<Browser> }

/** The size of a small phone that is still sold. */
export const phoneSize = { width: 375, height: 812 }
/** Longest that anything on a screen may take; what is waited for is always a condition. */
export const patience = 20_000

export interface Phone {
  page: Page
  /** The control or region with this id on the page in front. */
  at: (id: string) => Locator
  tap: (id: string) => Promise<void>
  fill: (id: string, text: string) => Promise<void>
  /** Opens a page by its path; the session of the address stays. */
  open: (path: string) => Promise<void>
  /** What is wrong with the person's phone so far: errors of the page, requests that left this machine. */
  troubles: string[]
  /** The numbers that the app had the phone dial. */
  dialled: string[]
}

export interface Phones extends LocalProcess {
  /** A phone of its own, in the hands of one person, with the app's first page open. */
  of: (openid: string, options?: Parameters<Browser['newContext']>[0]) => Promise<Phone>
  ok: <T = any>(openid: string, fn: string, action: string, input?: object) => Promise<T>
}

/** The built app on a local process of its own, with the demonstration people and none of their repairs. */
export async function startPhones(): Promise<Phones> {
  const dataDir = mkdtempSync(join(tmpdir(), 'anlin-phones-'))
  // Copies: a build that starts meanwhile would remove the files.
  const [functionsDir, h5Dir] = (['functions', 'h5'] as const).map(name => {
    cpSync(builtFolder(name), join(dataDir, name), { recursive: true })
    return join(dataDir, name)
  }) as [string, string]
  const local = await startLocalProcess({
    functionsDir,
    dataDir: join(dataDir, 'data'),
    env: { QUIET: '1', H5_DIR: h5Dir },
  })
  seedPeople(local.url)
  const browser = await launchBrowser()
  let count = 0
  return {
    ...local,
    async of(openid, options = {}) {
      const context = await browser.newContext({
        viewport: phoneSize,
        deviceScaleFactor: 2,
        hasTouch: true,
        isMobile: true,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        ...options,
      })
      context.setDefaultTimeout(patience)
      return usePhone(context, local.url, openid)
    },
    async ok(openid, fn, action, input = {}) {
      const reply = await local.call(
        fn,
        { action, input, requestId: `phones-${String(process.pid)}-${String(count++)}` },
        openid,
      )
      if (!reply.ok) throw new Error(`${fn}.${action}: ${JSON.stringify(reply.error)}`)
      return reply.data
    },
    async stop() {
      await browser.close()
      await local.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/**
 * Where a phone has its dialler, Chromium on a desk asks in a window that swallows every later tap: the
 * number is kept instead.
 */
async function keepCalls(page: Page): Promise<string[]> {
  const dialled: string[] = []
  await page.exposeFunction('keepCall', (number: string) => {
    dialled.push(number)
  })
  await page.addInitScript(() => {
    const { navigation, keepCall } = window as unknown as {
      navigation: EventTarget
      keepCall: (number: string) => void
    }
    navigation.addEventListener('navigate', event => {
      const { url } = (event as Event & { destination: { url: string } }).destination
      if (!url.startsWith('tel:')) return
      event.preventDefault()
      keepCall(url.slice('tel:'.length))
    })
  })
  return dialled
}

async function usePhone(context: BrowserContext, url: string, openid: string): Promise<Phone> {
  const page = await context.newPage()
  const dialled = await keepCalls(page)
  const troubles: string[] = []
  page.on('pageerror', error => troubles.push(`error: ${error.message}`))
  page.on('request', request => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(url))
      troubles.push(`request: ${request.url()}`)
  })
  // The pages behind the one in front stay in the document, hidden.
  const at = (id: string): Locator => page.locator(`[id="${id}"]:visible`)
  const open = async (path: string): Promise<void> => {
    await page.goto(`${url}/m/?as=${openid}#/${path}`)
  }
  await open('pages/home/index')
  return {
    page,
    troubles,
    dialled,
    at,
    open,
    tap: id => at(id).click(),
    fill: (id, text) => at(id).locator('input, textarea').fill(text),
  }
}

/** A picture as a phone takes it, small: 2 × 2 pixels. */
export const photo = {
  name: 'tap.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGM4ceECHDGgcABZSwhhv0l6KwAAAABJRU5ErkJggg==',
    'base64',
  ),
}
