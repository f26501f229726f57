/** The estate at a glance: four phones, the messages that WeChat would have delivered, and the clock. */
import { find, make } from './elements.js'
import { language, switchLanguage, text } from './language.js'
import { listenForMessages, listMessages, timeOf } from './messages.js'
import { Phone } from './phone.js'

const DAY = 86_400_000

const phones = ['demo-owner', 'demo-guard', 'demo-butler', 'demo-technician'].map(openid => new Phone(openid))

/** Writes all texts of the page in its language. */
function showTexts() {
  document.documentElement.lang = language()
  for (const node of document.querySelectorAll('[data-words]')) node.textContent = text(node.dataset.words)
  find('lang').textContent = text('other')
  find('lang').lang = language() === 'en' ? 'zh-CN' : 'en'
  find('steps').replaceChildren(...text('steps').map(textContent => make('li', { textContent })))
  find('outcome').textContent = ''
  for (const phone of phones) phone.showTexts()
  listMessages()
}

/** Makes a button post to the local cloud and show the outcome, which `describe` puts into words. */
function postOnClick(id, { path, body, describe }) {
  const button = find(id)
  button.onclick = async () => {
    button.disabled = true
    try {
      const reply = await fetch(path, { method: 'POST', body: JSON.stringify(body) })
      if (!reply.ok) throw new Error(String(reply.status))
      find('outcome').textContent = describe(await reply.json())
    } catch {
      find('outcome').textContent = text('failed')
    } finally {
      button.disabled = false
    }
  }
}

const describeRuns = ({ ran }) =>
  text('ran')(ran.map(each => `${each.function} ${each.ok ? '✓' : '✗'} ${each.ms} ms`).join(', '))
const describeClock = ({ now }) => text('clockAt')(timeOf(now))

find('phones').append(...phones.map(phone => phone.node))
find('lang').onclick = () => {
  switchLanguage()
  showTexts()
}
postOnClick('tick', { path: '/tick', body: {}, describe: describeRuns })
postOnClick('later', { path: '/time', body: { offsetMs: 8 * DAY }, describe: describeClock })
postOnClick('now', { path: '/time', body: { offsetMs: 0 }, describe: describeClock })
showTexts()
listenForMessages(message => {
  for (const phone of phones) if (phone.openid === message.openid) phone.showMessage(message)
})
