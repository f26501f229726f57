import { find, make } from './elements.js'
import { language, text } from './language.js'
import { nameOf } from './people.js'

/** The list shows the newest of them. */
const MOST_MESSAGES = 50

const titles = {
  repairProgress: { 'zh-CN': '报修进度提醒', en: 'Repair progress' },
  visitorNews: { 'zh-CN': '访客通行提醒', en: 'Visitors' },
  parkingNews: { 'zh-CN': '车辆停车提醒', en: 'Parking' },
  eventNews: { 'zh-CN': '活动提醒', en: 'Events' },
  complaintNews: { 'zh-CN': '投诉处理提醒', en: 'Complaints' },
  estateNotice: { 'zh-CN': '小区公告提醒', en: 'Notices' },
  houseNews: { 'zh-CN': '房屋绑定提醒', en: 'Your house' },
}

export const titleOf = message => titles[message.templateId]?.[language()] ?? message.templateId

export const valuesOf = message =>
  Object.values(message.data)
    .map(({ value }) => value)
    .join(' · ')

/** Date and time at the estate. */
export const timeOf = at =>
  new Date(at).toLocaleString(language(), {
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Shanghai',
  })

let messages = []
/** The message that has just arrived: its row is highlighted. */
let newest

/** Lists the messages, newest first, in the language of the page. */
export function listMessages() {
  const rows = messages.slice(-MOST_MESSAGES).reverse().map(rowOf)
  const none = make('li', { className: 'none', textContent: text('none') })
  find('messages').replaceChildren(...(rows.length ? rows : [none]))
}

const rowOf = message =>
  make(
    'li',
    { className: message === newest ? 'newest' : '' },
    make('span', { className: 'who', textContent: nameOf(message.openid) }),
    make(
      'div',
      { className: 'body' },
      make('div', { textContent: titleOf(message) }),
      make('div', { className: 'values', textContent: valuesOf(message) }),
    ),
    make('time', { dateTime: message.at, textContent: timeOf(message.at) }),
  )

/**
 * Reads the delivered messages and listens for new ones; `onMessage` is called for each new one. A message
 * that arrives while the outbox is being read is in both and is kept once.
 */
export function listenForMessages(onMessage) {
  const events = new EventSource('/events')
  let early
  events.onopen = async () => {
    early = []
    const stored = await fetch('/outbox')
      .then(reply => reply.json())
      .catch(() => [])
    const known = new Set(stored.map(each => JSON.stringify(each)))
    messages = [...stored, ...early.filter(each => !known.has(JSON.stringify(each)))]
    early = undefined
    listMessages()
  }
  events.onmessage = ({ data }) => {
    const message = JSON.parse(data)
    if (early) early.push(message)
    else messages.push(message)
    newest = message
    listMessages()
    onMessage(message)
  }
}
