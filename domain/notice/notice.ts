import { words, type Lang, type Words } from '../kernel/words'
import type { AudienceKind } from './kinds'
import type { OutboxRecord, MessageValues } from './outbox'
import type { MessageKind } from '../services'

/** What the desk tells many people at once. All instants ISO 8601 UTC. */
export interface Notice extends OutboxRecord {
  key: string
  at: string
  no: string
  kind: Extract<MessageKind, 'notice.published' | 'event.announced' | 'survey.opened'>
  title: Words
  body: Words
  photos: string[]
  /** Photos that WeChat has not passed yet: only the staff see them. */
  unchecked: string[]
  audience: { kind: AudienceKind; ids: string[] }
  /** The groups that it is for (domain/kernel/addresses.ts). */
  groups: string[]
  pinned: boolean
  until: string | null
  /** What the timer looks for: the end of one that is in the inboxes; null: it has none, or is out of them. */
  alarm: string | null
  withdrawnAt: string | null
  about: { kind: 'event' | 'survey'; id: string } | null
  by: string
  /** Pushes, newest first. The first one is made with the notice. */
  pushes: string[]
  /** When the last of them began; absent or null: there is none. */
  pushedAt?: string | null
}

/** Whether it is in the inboxes: neither taken back nor over. */
export const isListed = ({ withdrawnAt, until }: Notice, now: Date): boolean =>
  withdrawnAt === null && (until === null || until > now.toISOString())

/** Sorts before everything else, newest first: no year begins with a 9. */
const pinnedKey = (key: string): string => `9~${key}`
export const inboxKey = ({ pinned, key }: Pick<Notice, 'pinned' | 'key'>): string =>
  pinned ? pinnedKey(key) : key

const shortBody = 120
const cut = (text: string): string => (text.length > shortBody ? `${text.slice(0, shortBody)}…` : text)

/** Where a notice leads: to what it is about, or to its own page. */
export const linkOf = ({ _id, about }: Pick<Notice, '_id' | 'about'>): string =>
  about === null
    ? `packages/notice/notice/index?id=${_id}`
    : `packages/${about.kind}/${about.kind}/index?id=${about.id}&notice=${_id}`

const states = {
  'notice.published': '新公告',
  'event.announced': '活动报名',
  'survey.opened': '征求意见',
} as const

/** What its line in an inbox and its subscribe message say. */
export const noticeValues = ({
  no,
  title,
  body,
  kind,
}: Pick<Notice, 'no' | 'title' | 'body' | 'kind'>): MessageValues => ({
  no,
  subject: title,
  state: states[kind],
  text: words(cut(body['zh-CN']), cut(body.en)),
})

/** Both languages of a text; whoever reads English reads the Chinese where there is no other. */
export const bilingual = (zh: string, en: string | undefined): Words => words(zh, en ?? zh)

export const inLang = (
  { title, body }: Pick<Notice, 'title' | 'body'>,
  lang: Lang,
): { title: string; body: string } => ({ title: title[lang], body: body[lang] })
