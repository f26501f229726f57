import type { Input } from '@domain/contract'
import { audienceInput, isChosen, wholeEstate, type ChosenAudience } from '@/widgets/audience'
import type { Photo } from '@/widgets/photo-picker'
import { endOfDay } from '@/ui/until-field'
import type { NoticeText } from '../texts'

export interface Draft {
  title: string
  body: string
  english: boolean
  titleEn: string
  bodyEn: string
  photos: Photo[]
  audience: ChosenAudience
  /** `YYYY-MM-DD` at the estate; empty: no end. */
  until: string
  pin: boolean
  push: boolean
}

export const blank: Draft = {
  title: '',
  body: '',
  english: false,
  titleEn: '',
  bodyEn: '',
  photos: [],
  audience: wholeEstate,
  until: '',
  pin: false,
  push: false,
}

export function toInput(draft: Draft): Input<'notice', 'publish'> {
  const until = endOfDay(draft.until)
  return {
    title: draft.title.trim(),
    body: draft.body.trim(),
    audience: audienceInput(draft.audience),
    pin: draft.pin,
    push: draft.push,
    ...(draft.english ? { titleEn: draft.titleEn.trim(), bodyEn: draft.bodyEn.trim() } : {}),
    ...(draft.photos.length ? { photos: draft.photos.map(photo => photo.fileID) } : {}),
    ...(until ? { until } : {}),
  }
}

/** Missing fields by the contract's field names, in the order of the form. */
export function missing(draft: Draft, now: number): Record<string, NoticeText> {
  const until = endOfDay(draft.until)
  const found: [field: string, isWrong: boolean, says: NoticeText][] = [
    ['title', !draft.title.trim(), 'needTitle'],
    ['body', !draft.body.trim(), 'needBody'],
    ['titleEn', draft.english && !draft.titleEn.trim(), 'needTitleEn'],
    ['bodyEn', draft.english && !draft.bodyEn.trim(), 'needBodyEn'],
    ['audience.ids', !isChosen(draft.audience), 'needAudience'],
    ['until', until !== undefined && Date.parse(until) <= now, 'untilPassed'],
  ]
  return Object.fromEntries(found.filter(([, isWrong]) => isWrong).map(([field, , says]) => [field, says]))
}
