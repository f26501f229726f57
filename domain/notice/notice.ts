import { words, type Lang, type Words } from '../kernel/words'
import type { AudienceKind } from './kinds'
import type { OutboxRecord, MessageValues } from './outbox'
import type { MessageKind } from '../services'

/** A notice of the desk to many people. All instants ISO 8601 UTC. */
export interface Notice extends OutboxRecord {
  key: string
  at: string
  no: string
  kind: Extract<MessageKind, 'notice.published' | 'event.announced' | 'survey.opened'>
  title: Words
  body: Words
  photos: string[]
  /** Photos that have not passed WeChat's safety check yet: only staff see them. */
  unchecked: string[]
  audience: { kind: AudienceKind; ids: string[] }
  /** The groups of its audience (domain/kernel/addresses.ts). */
  groups: string[]
  pinned: boolean
  until: string | null
  /** When the timer has to take it out of the inboxes; null: it has no end, or is out already. */
  alarm: string | null
  withdrawnAt: string | null
  about: { kind: 'event' | 'survey'; id: string } | null
  by: string
  /** The ids of its pushes, newest first; a first push is made together with the notice. */
  pushes: string[]
  /** When the last push started; absent or null: there is none. */
  pushedAt?: string | null
}

/** Whether it is in the inboxes: neither withdrawn nor over. */
export const isListed = ({ withdrawnAt, until }: Notice, now: Date): boolean =>
  withdrawnAt === null && (until === null || until > now.toISOString())

/** Sorts before all other keys, newest first: no year starts with a 9. */
const pinnedKey = (key: string): string => `9~${key}`
export const inboxKey = ({ pinned, key }: Pick<Notice, 'pinned' | 'key'>): string =>
  pinned ? pinnedKey(key) : key

const shortBody = 120
const cut = (text: string): string => (text.length > shortBody ? `${text.slice(0, shortBody)}…` : text)

/** The page that a notice opens: what it announces, or its own page. */
export const linkOf = ({ _id, about }: Pick<Notice, '_id' | 'about'>): string =>
  about === null
    ? `packages/notice/notice/index?id=${_id}`
    : `packages/${about.kind}/${about.kind}/index?id=${about.id}&notice=${_id}`

const states = {
  'notice.published': '新公告',
  'event.announced': '活动报名',
  'survey.opened': '征求意见',
} as const

/** The values of its line in an inbox and of its subscribe message. */
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

/** A text in both languages; without an English text the Chinese stands for both. */
export const bilingual = (zh: string, en: string | undefined): Words => words(zh, en ?? zh)

export const inLang = (
  { title, body }: Pick<Notice, 'title' | 'body'>,
  lang: Lang,
): { title: string; body: string } => ({ title: title[lang], body: body[lang] })
