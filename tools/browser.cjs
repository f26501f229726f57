/**
 * The browser of the tests. CommonJS, so that jest's tests can require it; browser.mjs is the same for
 * modules.
 */
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

/** The path of a Chromium: CHROMIUM, the system's, or the one that comes as a package. */
async function findBrowser() {
  const { CHROMIUM } = process.env
  if (CHROMIUM) {
    if (existsSync(CHROMIUM)) return CHROMIUM
    throw new Error(`CHROMIUM names ${CHROMIUM}, and there is no such file.`)
  }
  const path = SYSTEM.find(each => existsSync(each)) ?? (await packaged())
  if (path) return path
  throw new Error(
    'No Chromium was found. Get one (apt-get install chromium fonts-noto-cjk), or name one with CHROMIUM=/path/to/chromium.',
  )
}

async function packaged() {
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
