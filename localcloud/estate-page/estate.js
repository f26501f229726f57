/** The estate at a glance: four phones, the messages that WeChat would have delivered, and the clock. */

const DAY = 86_400_000
const MOST_MESSAGES = 50
const PHONE_WIDTH = 375
const PHONE_HEIGHT = 760

const words = {
  'zh-CN': {
    intro:
      '小区物业服务小程序：每件报修谁在办、几时办完，大家都看得见。下面四部手机在同一个小区，都可以直接操作。',
    other: 'English',
    try: '试一试',
    messages: '微信会送达的消息',
    time: '时间',
    messagesHint: '收信人先在自己的手机上点过“允许”，才会收到；点一次收一条，这是微信的规则。',
    timeHint: '不必真的等：把云函数的时钟拨快，再运行定时任务，超时的会升级，该自动关闭的会关闭。',
    later: '到 8 天后',
    now: '回到现在',
    tick: '运行定时任务',
    none: '还没有消息。',
    reload: '刷新这部手机',
    alone: '单独打开',
    clockAt: at => `小区现在是 ${at}`,
    ran: names => (names ? `已运行：${names}` : '没有定时任务'),
    failed: '没有成功，请确认本地进程还在运行。',
    steps: ['业主报修', '管家派单', '师傅完工', '业主验收'],
  },
  en: {
    intro:
      'The property service of an estate, as a mini-program: for every repair, who is on it and by when. These four phones share one estate; all of them work.',
    other: '中文',
    try: 'Try this',
    messages: 'Messages that WeChat would have delivered',
    time: 'Time',
    messagesHint:
      'Only who has tapped “allow” on their own phone gets one, and one tap is one message: WeChat’s rule.',
    timeHint:
      'No need to wait: put the functions’ clock forward, then run the timer. What is late is escalated, what closes by itself closes.',
    later: '8 days later',
    now: 'Back to now',
    tick: 'Run the timer',
    none: 'No messages yet.',
    reload: 'Reload this phone',
    alone: 'Open by itself',
    clockAt: at => `In the estate it is ${at}`,
    ran: names => (names ? `Ran: ${names}` : 'There are no timers'),
    failed: 'That did not work. Is the local process still running?',
    steps: [
      'The resident reports a repair',
      'The butler assigns it',
      'The technician finishes',
      'The resident accepts',
    ],
  },
}

const roles = {
  owner: {
    'zh-CN': ['业主', '报修，看得见每一步，完工后验收。'],
    en: ['Resident', 'Reports repairs, sees every step, accepts the work.'],
  },
  guard: {
    'zh-CN': ['门岗', '核验访客，有没有网络都行；登记出入。'],
    en: ['Guard', 'Checks visitors, with or without a network; notes who comes and goes.'],
  },
  butler: {
    'zh-CN': ['管家', '受理和派单，盯住快要超时的事。'],
    en: ['Butler', 'Assigns the work; watches what is nearly late.'],
  },
  technician: {
    'zh-CN': ['维修师傅', '接单、上门、报价、完工。'],
    en: ['Technician', 'Takes orders, comes, quotes, finishes.'],
  },
  family: {
    'zh-CN': ['家属', '与业主同住一套房，一样能报修。'],
    en: ['Family', 'Shares a house with its owner.'],
  },
  tenant: {
    'zh-CN': ['租户', '租期内可用，界面是英文。'],
    en: ['Tenant', 'Has access while the lease lasts; reads English.'],
  },
  manager: { 'zh-CN': ['物业经理', '看全部工单。'], en: ['Manager', 'Sees all orders.'] },
  committee: {
    'zh-CN': ['业委会', '看服务指标，看不到个人信息。'],
    en: ['Committee', 'Reads the service figures, and no personal data.'],
  },
  stranger: {
    'zh-CN': ['陌生人', '还没有认证房屋，只看得到认证入口。'],
    en: ['Stranger', 'Has no house yet, and sees how to get one.'],
  },
}

const people = {
  'demo-owner': 'owner',
  'demo-guard': 'guard',
  'demo-butler': 'butler',
  'demo-technician': 'technician',
  'demo-owner-2': 'owner',
  'demo-family': 'family',
  'demo-tenant': 'tenant',
  'demo-guard-2': 'guard',
  'demo-butler-2': 'butler',
  'demo-technician-2': 'technician',
  'demo-manager': 'manager',
  'demo-committee': 'committee',
  stranger: 'stranger',
}

const titles = {
  repairProgress: { 'zh-CN': '报修进度提醒', en: 'Repair progress' },
  visitorNews: { 'zh-CN': '访客通行提醒', en: 'Visitors' },
  parkingNews: { 'zh-CN': '车辆停车提醒', en: 'Parking' },
  eventNews: { 'zh-CN': '活动提醒', en: 'Events' },
  complaintNews: { 'zh-CN': '投诉处理提醒', en: 'Complaints' },
  estateNotice: { 'zh-CN': '小区公告提醒', en: 'Notices' },
  houseNews: { 'zh-CN': '房屋绑定提醒', en: 'Your house' },
}

const icons = {
  reload: 'M20 11a8 8 0 1 0-.7 4.3M20 5v6h-6',
  alone: 'M14 5h5v5M19 5l-8 8M17 14v4a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1h4',
}

const find = id => document.getElementById(id)
let lang = localStorage.getItem('estate.lang') ?? (navigator.language.startsWith('zh') ? 'zh-CN' : 'en')
if (!words[lang]) lang = 'zh-CN'
let messages = []
let fresh

function make(tag, props = {}, ...children) {
  const node = Object.assign(document.createElement(tag), props)
  node.append(...children)
  return node
}

function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', icons[name])
  svg.append(path)
  return svg
}

/** “业主 2”, “Guard”: what a person is called here. */
function nameOf(openid) {
  const role = roles[people[openid]]
  const number = /-(\d)$/.exec(openid)?.[1]
  return role ? `${role[lang][0]}${number ? ` ${number}` : ''}` : openid
}

class Phone {
  constructor(openid) {
    this.frame = make('iframe')
    this.screen = make('div', { className: 'screen' }, this.frame)
    this.chosen = make('select', { onchange: () => this.show(this.chosen.value) })
    for (const each of Object.keys(people)) this.chosen.append(make('option', { value: each }))
    this.reload = make('button', { type: 'button', onclick: () => this.show(this.openid) }, icon('reload'))
    this.alone = make('a', { target: '_blank', rel: 'noopener' }, icon('alone'))
    this.does = make('p', { className: 'does' })
    this.case = make('div', { className: 'case' }, this.screen)
    this.node = make(
      'article',
      { className: 'phone' },
      make('div', { className: 'caption' }, this.chosen, this.reload, this.alone),
      this.does,
      this.case,
    )
    new ResizeObserver(() => this.fit()).observe(this.node)
    this.show(openid)
  }

  /** Becomes the phone of another person. A new frame: an address that differs in its hash alone would not load. */
  show(openid) {
    this.openid = openid
    const address = `/m/?as=${encodeURIComponent(openid)}`
    const frame = make('iframe', { src: address })
    this.frame.replaceWith(frame)
    this.frame = frame
    this.alone.href = address
    this.chosen.value = openid
    this.fit()
    this.say()
  }

  fit() {
    const scale = (this.node.clientWidth - 24) / PHONE_WIDTH
    this.frame.style.transform = `scale(${scale})`
    this.screen.style.height = `${PHONE_HEIGHT * scale}px`
  }

  say() {
    for (const option of this.chosen.options) option.textContent = nameOf(option.value)
    this.does.textContent = roles[people[this.openid]][lang][1]
    this.chosen.ariaLabel = this.frame.title = nameOf(this.openid)
    for (const name of ['reload', 'alone']) this[name].title = this[name].ariaLabel = words[lang][name]
  }

  /** A message drops onto the screen, as WeChat's would. */
  hear(message) {
    const toast = make(
      'div',
      { className: 'toast' },
      make('strong', { textContent: titleOf(message) }),
      make('span', { textContent: valuesOf(message) }),
    )
    this.case.querySelector('.toast')?.remove()
    this.case.append(toast)
    setTimeout(() => toast.remove(), 6000)
  }
}

const titleOf = message => titles[message.templateId]?.[lang] ?? message.templateId
const valuesOf = message =>
  Object.values(message.data)
    .map(({ value }) => value)
    .join(' · ')
const timeOf = at =>
  new Date(at).toLocaleString(lang, {
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Shanghai',
  })

function listMessages() {
  const rows = messages
    .slice(-MOST_MESSAGES)
    .reverse()
    .map(message =>
      make(
        'li',
        { className: message === fresh ? 'fresh' : '' },
        make('span', { className: 'who', textContent: nameOf(message.openid) }),
        make(
          'div',
          { className: 'body' },
          make('div', { textContent: titleOf(message) }),
          make('div', { className: 'values', textContent: valuesOf(message) }),
        ),
        make('time', { dateTime: message.at, textContent: timeOf(message.at) }),
      ),
    )
  find('messages').replaceChildren(
    ...(rows.length ? rows : [make('li', { className: 'none', textContent: words[lang].none })]),
  )
}

function sayAll() {
  document.documentElement.lang = lang
  for (const node of document.querySelectorAll('[data-words]'))
    node.textContent = words[lang][node.dataset.words]
  find('lang').textContent = words[lang].other
  find('lang').lang = lang === 'en' ? 'zh-CN' : 'en'
  find('steps').replaceChildren(...words[lang].steps.map(textContent => make('li', { textContent })))
  find('outcome').textContent = ''
  for (const phone of phones) phone.say()
  listMessages()
}

/** What comes while the outbox is being read is in both: it is kept once. */
function listen() {
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
    fresh = message
    listMessages()
    for (const phone of phones) if (phone.openid === message.openid) phone.hear(message)
  }
}

/** A button that asks the local process for something and says what came of it. */
function onPress(id, path, body, tell) {
  const button = find(id)
  button.onclick = async () => {
    button.disabled = true
    try {
      const reply = await fetch(path, { method: 'POST', body: JSON.stringify(body) })
      if (!reply.ok) throw new Error(String(reply.status))
      find('outcome').textContent = tell(await reply.json())
    } catch {
      find('outcome').textContent = words[lang].failed
    } finally {
      button.disabled = false
    }
  }
}

const phones = ['demo-owner', 'demo-guard', 'demo-butler', 'demo-technician'].map(openid => new Phone(openid))
find('phones').append(...phones.map(phone => phone.node))
find('lang').onclick = () => {
  lang = lang === 'en' ? 'zh-CN' : 'en'
  localStorage.setItem('estate.lang', lang)
  sayAll()
}
onPress('tick', '/tick', {}, ({ ran }) =>
  words[lang].ran(ran.map(each => `${each.function} ${each.ok ? '✓' : '✗'} ${each.ms} ms`).join(', ')),
)
onPress('later', '/time', { offsetMs: 8 * DAY }, ({ now }) => words[lang].clockAt(timeOf(now)))
onPress('now', '/time', { offsetMs: 0 }, ({ now }) => words[lang].clockAt(timeOf(now)))
sayAll()
listen()
