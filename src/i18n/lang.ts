import Taro from '@tarojs/taro'
import type { Lang } from '@domain/kernel/words'
import { keep, recall } from '@/state/keep'
import { createStore, useStore } from '@/state/store'

/** What a person chose for this phone; `null` follows the system. */
export interface Choices {
  lang: Lang | null
  largeText: boolean | null
}

const kept = recall<Choices>('choices')
export const choices = createStore<Choices>({ lang: kept?.lang ?? null, largeText: kept?.largeText ?? null })

export function choose(change: Partial<Choices>): void {
  choices.set({ ...choices.get(), ...change })
  keep('choices', choices.get())
}

let systemLang: Lang | undefined
function langOfSystem(): Lang {
  if (systemLang === undefined) {
    let name = 'zh'
    try {
      name = process.env.TARO_ENV === 'h5' ? navigator.language : (Taro.getAppBaseInfo().language ?? 'zh')
    } catch {
      /* an old WeChat: Chinese */
    }
    systemLang = /^zh/i.test(name) ? 'zh-CN' : 'en'
  }
  return systemLang
}

/** WeChat's own font size goes from 15 to 26, 17 is its standard. */
function largeOnSystem(): boolean {
  try {
    if (process.env.TARO_ENV === 'h5')
      return parseFloat(getComputedStyle(document.documentElement).fontSize) >= 20
    return ((Taro.getAppBaseInfo() as { fontSizeSetting?: number }).fontSizeSetting ?? 17) >= 20
  } catch {
    return false
  }
}

export const currentLang = (): Lang => choices.get().lang ?? langOfSystem()
export const useLang = (): Lang => useStore(choices).lang ?? langOfSystem()
export const useLargeText = (): boolean => useStore(choices).largeText ?? largeOnSystem()
