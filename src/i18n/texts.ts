import { localize, words, type Lang, type Words } from '@domain/kernel/words'
import { common } from './common'
import { useLang } from './lang'

/** Key → [Chinese, English]. */
type Texts = Readonly<Record<string, readonly [zh: string, en: string]>>
export type Values = Record<string, string | number>
export type CommonKey = keyof typeof common

/** Returns the text of a key, or a text of the domain such as a state, with its `{holes}` filled. */
type Translate<K> = (text: K | Words, values?: Values) => string

interface UseTexts<K> {
  /** In the user's language; renders the component again when that changes. */
  (): Translate<K>
  /** Outside a component. */
  in(lang: Lang): Translate<K>
}
export type KeyOf<U> = U extends UseTexts<infer K> ? K : never

/** In an English sentence a day's name is lower case unless it comes first: `by today 10:12`. */
function inSentence(text: string, values: Values): Values {
  if (text.startsWith('{')) return values
  const lower = (value: string | number) =>
    typeof value === 'string'
      ? value.replace(/^(Today|Tomorrow|Yesterday)\b/, day => day.toLowerCase())
      : value
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, lower(value)]))
}

/**
 * The lookup of a folder's texts: its own keys first, then the common ones. A key that is missing, or that
 * lacks a language, does not compile. The texts of a package of pages stay out of the main package.
 */
export function defineTexts<const T extends Texts>(own: T): UseTexts<keyof T | CommonKey> {
  const all: Texts = { ...common, ...own }
  const inLang =
    (lang: Lang): Translate<keyof T | CommonKey> =>
    (text, values) => {
      const found = typeof text === 'object' ? text : words(...all[text as string]!)
      return localize(found, lang, lang === 'en' && values ? inSentence(found.en, values) : values)
    }
  // One function for each language, so that an effect may depend on it.
  const lookups = { 'zh-CN': inLang('zh-CN'), en: inLang('en') }
  return Object.assign(() => lookups[useLang()], { in: (lang: Lang) => lookups[lang] })
}

/** The common texts alone. */
export const useTexts = defineTexts({})
