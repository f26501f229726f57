import type { Browser, LaunchOptions } from 'playwright-core'

export function findBrowser(): Promise<string>
export function launchBrowser(options?: LaunchOptions): Promise<Browser>
