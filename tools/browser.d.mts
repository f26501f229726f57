export { findBrowser, launchBrowser } from './browser.cjs'
