/** The browser of the tests. CommonJS, so that tests can require it; modules import browser.mjs. */
const { existsSync } = require('node:fs')

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The path of Chromium: from CHROMIUM, from the system, or from the npm package. Throws if there is none. */
async function findBrowser() {
  const { CHROMIUM } = process.env
  if (CHROMIUM) {
    if (existsSync(CHROMIUM)) return CHROMIUM
    throw new Error(`CHROMIUM is ${CHROMIUM}, but this file does not exist.`)
  }
  const path = SYSTEM.find(each => existsSync(each)) ?? (await findPackaged())
  if (path) return path
  throw new Error(
    'Chromium was not found. Install it (apt-get install chromium fonts-noto-cjk) or set CHROMIUM=/path/to/chromium.',
  )
}

async function findPackaged() {
  try {
    return await (await import('@sparticuz/chromium')).default.executablePath()
  } catch {
    return undefined
  }
}

async function launchBrowser(options = {}) {
  const { chromium } = require('playwright-core')
  return chromium.launch({
    ...options,
    executablePath: await findBrowser(),
    args: [...FLAGS, ...(options.args ?? [])],
  })
}

module.exports = { findBrowser, launchBrowser }
