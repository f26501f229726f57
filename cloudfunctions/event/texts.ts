import type { Input } from '@domain/contract'

type EventTexts = Pick<
  Input<'event', 'update'>,
  'title' | 'titleEn' | 'body' | 'bodyEn' | 'place' | 'placeEn'
>

/** The texts of an event that the desk writes and residents read. */
export const textsOf = ({
  title,
  titleEn,
  body,
  bodyEn,
  place,
  placeEn,
}: EventTexts): (string | undefined)[] => [title, titleEn, body, bodyEn, place, placeEn]
