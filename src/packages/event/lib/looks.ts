import type { EventCard } from '@domain/event/contract'
import type { PlaceState, Status } from '@domain/event/kinds'
import { placeWords, statusWords } from '@domain/event/wording'
import type { Lang, Words } from '@domain/kernel/words'
import type { IconName, Tone } from '@/ui'
import { useTexts, type EventText } from '../texts'

export interface Look {
  words: EventText | Words
  tone: Tone
  icon: IconName
}

const statusLooks: Record<Status, [Tone, IconName]> = {
  draft: ['warn', 'list'],
  open: ['info', 'calendar'],
  closed: ['quiet', 'lock'],
  done: ['quiet', 'check'],
  cancelled: ['bad', 'close'],
}
const placeLooks: Record<PlaceState, [Tone, IconName]> = {
  confirmed: ['good', 'check'],
  held: ['warn', 'bell'],
  waiting: ['warn', 'clock'],
}
const checkedIn: Look = {
  words: 'checkedIn',
  tone: 'good',
  icon: 'check',
}

export function statusLook(status: Status): Look {
  const [tone, icon] = statusLooks[status]
  return { words: statusWords[status], tone, icon }
}

export function placeLook({ state, checkedInAt }: { state: PlaceState; checkedInAt: string | null }): Look {
  if (checkedInAt !== null) return checkedIn
  const [tone, icon] = placeLooks[state]
  return { words: placeWords[state], tone, icon }
}

/** The badge of an event: the user's sign-up, or without one the state of the event. */
export function lookOf({ status, mine }: Pick<EventCard, 'status' | 'mine'>): Look {
  const concerns = mine !== null && (status === 'open' || status === 'closed' || mine.checkedInAt !== null)
  return concerns ? placeLook(mine) : statusLook(status)
}

export const peopleWords = (n: number, lang: Lang): string =>
  useTexts.in(lang)(n === 1 ? 'personOne' : 'peopleN', { n })

/** Seats left, or the rating afterwards. A reader who has a seat does not see the waiting list. */
export function seatsWords({ status, left, waiting, rating, reason, mine }: EventCard, lang: Lang): string {
  const t = useTexts.in(lang)
  if (status === 'cancelled') return reason === null ? t('cancelled') : t('cancelledWhy', { reason })
  if (status === 'done') {
    if (rating === null) return ''
    return t(rating.count === 1 ? 'ratedOne' : 'rated', { stars: rating.stars, n: rating.count })
  }
  if (left > 0) return left === 1 ? t('seatLeft') : t('seatsLeft', { n: left })
  if (status === 'closed' || mine !== null) return t('nobodyMore')
  return waiting > 0 ? t('fullWaiting', { n: waiting }) : t('full')
}
