import browser from './browser.cjs'

export const { findBrowser, launchBrowser } = browser
