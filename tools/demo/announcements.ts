import type { Call } from './call'

const hour = 3_600_000
/** The next evening at the estate, so many days from now; ISO 8601 UTC. */
const inDays = (days: number, estateHour = 18): string => {
  const day = new Date(Date.now() + days * 24 * hour + 8 * hour).toISOString().slice(0, 10)
  return new Date(Date.parse(`${day}T00:00:00Z`) + (estateHour - 8) * hour).toISOString()
}
const resident = (n: number): string => `resident-${String(n).padStart(3, '0')}`

/** Notices, one pinned; an event with seats and one with a line; a vote that runs and one that is over. */
export async function announce(call: Call): Promise<void> {
  await call('demo-butler', 'notice', 'publish', {
    title: '周四上午停水检修',
    titleEn: 'Water off on Thursday morning',
    body: '周四 9:00–11:30 更换一期加压泵，期间全区停水，请提前储水。\n有需要送水上门的住户请联系管家。',
    bodyEn:
      'The pumps of phase one are replaced on Thursday from 9:00 to 11:30. There is no water meanwhile; please fill what you need.\nAsk your butler if you would like water brought to your door.',
    audience: { kind: 'estate' },
    pin: true,
    until: inDays(5),
  })
  await call('demo-butler', 'notice', 'publish', {
    title: '44 号楼电梯年检',
    titleEn: 'Lift inspection in building 44',
    body: '明天下午 2 点至 4 点电梯停用。',
    bodyEn: 'No lift tomorrow from 2 to 4 pm.',
    audience: { kind: 'buildings', ids: ['44'] },
  })
  await call('demo-manager', 'notice', 'publish', {
    title: '本周夜班调整',
    body: '周五起南门夜班提前到 21:30 交接。',
    audience: { kind: 'roles', ids: ['guard'] },
  })
  await dinner(call)
  await painting(call)
  await votes(call)
}

async function dinner(call: Call): Promise<void> {
  const { id } = await call('demo-butler', 'event', 'publish', {
    title: '邻里百家宴',
    titleEn: 'Neighbours’ dinner',
    body: '每家带一道拿手菜，会所准备主食和饮料。欢迎新邻居！',
    bodyEn: 'Bring a dish you are proud of; rice and drinks are on the house. New neighbours welcome!',
    place: '会所一楼宴会厅',
    placeEn: 'Clubhouse, ground floor',
    location: { latitude: 37.4712, longitude: 121.4478 },
    startsAt: inDays(6),
    endsAt: inDays(6, 21),
    signUpUntil: inDays(5, 12),
    capacity: 60,
    perHouse: 6,
  })
  await call('demo-owner', 'event', 'signUp', { id, party: 3 })
  for (let n = 2; n <= 12; n++) await call(resident(n), 'event', 'signUp', { id, party: 1 + (n % 4) })
  await call('demo-butler', 'event', 'push', { id })
}

async function painting(call: Call): Promise<void> {
  const { id } = await call('demo-butler', 'event', 'publish', {
    title: '亲子陶艺课',
    titleEn: 'Pottery for families',
    body: '老师带小朋友做一个杯子，烧好后送到家。',
    bodyEn: 'A teacher helps children to make a cup; it comes to your door when it is fired.',
    place: '会所二楼手工室',
    placeEn: 'Clubhouse, first floor',
    startsAt: inDays(3, 14),
    endsAt: inDays(3, 16),
    signUpUntil: inDays(2, 20),
    capacity: 8,
    perHouse: 3,
    partyMost: 3,
  })
  for (let n = 20; n < 26; n++) await call(resident(n), 'event', 'signUp', { id, party: 2 })
  await call('demo-owner-2', 'event', 'signUp', { id, party: 2 })
}

async function votes(call: Call): Promise<void> {
  await call('demo-butler', 'survey', 'publish', {
    title: '下半年满意度调查',
    titleEn: 'How satisfied are you?',
    body: '不记名，约一分钟。',
    bodyEn: 'Without names, about a minute.',
    endsAt: inDays(14),
    audience: { kind: 'estate' },
    unit: 'person',
    voters: 'everybody',
    anonymous: true,
    questions: [
      { kind: 'scale', text: '对物业服务总体满意吗？', textEn: 'Are you satisfied on the whole?' },
      {
        kind: 'multiple',
        text: '最希望改进的是？',
        textEn: 'What should become better?',
        options: ['维修', '保洁绿化', '门岗', '停车', '活动'],
        optionsEn: ['Repairs', 'Cleaning and green', 'Gates', 'Parking', 'Events'],
      },
      { kind: 'text', text: '想对我们说的话', textEn: 'Anything you would like to say', required: false },
    ],
  })
  const { id } = await call('demo-butler', 'survey', 'publish', {
    title: '是否加装东门人脸识别',
    titleEn: 'Face recognition at the east gate?',
    body: '一户一票，不记名。费用从公共收益列支。',
    bodyEn: 'One vote a house, without names. Paid from common income.',
    endsAt: inDays(20),
    audience: { kind: 'estate' },
    unit: 'house',
    voters: 'owners',
    anonymous: true,
    questions: [
      {
        kind: 'single',
        text: '您同意加装吗？',
        textEn: 'Do you agree?',
        options: ['同意', '不同意', '弃权'],
        optionsEn: ['Yes', 'No', 'Abstain'],
      },
      { kind: 'text', text: '意见', textEn: 'Remarks', required: false },
    ],
  })
  for (let n = 1; n <= 30; n++)
    await call(resident(n), 'survey', 'answer', {
      id,
      answers: [[n % 3 === 0 ? 1 : n % 11 === 0 ? 2 : 0], n === 7 ? '请先公示报价' : null],
    })
  await call('demo-butler', 'survey', 'close', { id })
}
