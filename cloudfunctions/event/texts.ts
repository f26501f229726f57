import type { Input } from '@domain/contract'

type Said = Pick<Input<'event', 'update'>, 'title' | 'titleEn' | 'body' | 'bodyEn' | 'place' | 'placeEn'>

/** Everything that the desk writes about an event and others read. */
export const textsOf = ({ title, titleEn, body, bodyEn, place, placeEn }: Said): (string | undefined)[] => [
  title,
  titleEn,
  body,
  bodyEn,
  place,
  placeEn,
]
