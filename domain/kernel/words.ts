/** The languages of every text that a user reads; zh-CN is the default. */
export const langs = ['zh-CN', 'en'] as const
export type Lang = (typeof langs)[number]

/** One text in every language; a missing language does not compile. */
export type Words = Readonly<Record<Lang, string>>

export const words = (zh: string, en: string): Words => ({ 'zh-CN': zh, en })

/**
 * A text in one language, its `{name}` holes filled; an unknown name stays as it is, so that the mistake is
 * seen.
 */
export function localize(text: Words, lang: Lang, values: Record<string, string | number> = {}): string {
  return text[lang].replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole))
}
