import type { Lang, Words } from '@domain/kernel/words'
import { common } from './common'
import { currentLang, useLang } from './lang'

/** Key → [Chinese, English]. A key that is missing, or that lacks a language, does not compile. */
export type Texts = Readonly<Record<string, readonly [zh: string, en: string]>>
export type Values = Record<string, string | number>

export function textsOf<T extends Texts>(texts: T) {
  return (lang: Lang, key: keyof T, values: Values = {}): string => {
    const pair = texts[key]!
    return (lang === 'en' ? pair[1] : pair[0]).replace(/\{(\w+)\}/g, (hole, name: string) =>
      String(values[name] ?? hole),
    )
  }
}

const sayCommon = textsOf(common)
export type CommonKey = keyof typeof common

/** For a text that the domain names, such as a category or a state: one name everywhere. */
export function useWords(): (text: Words) => string {
  const lang = useLang()
  return text => text[lang]
}

/** Outside a component. */
export const t = (key: CommonKey, values?: Values): string => sayCommon(currentLang(), key, values)

/** The common texts in the person's language. */
export function useT(): (key: CommonKey, values?: Values) => string {
  const lang = useLang()
  return (key, values) => sayCommon(lang, key, values)
}

/** The texts of one package of pages, which stay out of the main package. */
export function useTexts<T extends Texts>(texts: T): (key: keyof T, values?: Values) => string {
  const lang = useLang()
  const say = textsOf(texts)
  return (key, values) => say(lang, key, values)
}
