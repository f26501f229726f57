import { words } from './words.js'

const STORED = 'estate.lang'
const stored = localStorage.getItem(STORED)
let current = navigator.language.startsWith('zh') ? 'zh-CN' : 'en'
if (Object.hasOwn(words, stored)) current = stored

/** The language of the page: `zh-CN` or `en`. */
export const language = () => current

/** The text of a key in the language of the page. */
export const text = key => words[current][key]

/** Switches to the other language and remembers it. */
export function switchLanguage() {
  current = current === 'en' ? 'zh-CN' : 'en'
  localStorage.setItem(STORED, current)
}
