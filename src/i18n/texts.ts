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

/**
 * The lookup of a folder's texts: its own keys first, then the common ones. A key that is missing, or that
 * lacks a language, does not compile. The texts of a package of pages stay out of the main package.
 */
export function defineTexts<const T extends Texts>(own: T): UseTexts<keyof T | CommonKey> {
  const all: Texts = { ...common, ...own }
  const inLang =
    (lang: Lang): Translate<keyof T | CommonKey> =>
    (text, values) =>
      localize(typeof text === 'object' ? text : words(...all[text as string]!), lang, values)
  // One function for each language, so that an effect may depend on it.
  const lookups = { 'zh-CN': inLang('zh-CN'), en: inLang('en') }
  return Object.assign(() => lookups[useLang()], { in: (lang: Lang) => lookups[lang] })
}

/** The common texts alone. */
export const useTexts = defineTexts({})
