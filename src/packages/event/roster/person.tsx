import type { RosterLine } from '@domain/event/contract'
import { useLang } from '@/i18n/lang'
import { Badge, Row } from '@/ui'
import { showClock, showTime } from '@/i18n/when'
import { peopleWords } from '../lib/looks'
import { useTexts } from '../texts'

export const mayCheckIn = ({ code, checkedInAt }: RosterLine): boolean =>
  code !== null && checkedInAt === null

/** Undefined when nobody can be checked in: long before the event, or long after. */
export type Choose = ((line: RosterLine) => void) | undefined

/** A person on the list. A tap checks in a person who has a seat and has not come yet. */
export function Person({ line, onChoose }: { line: RosterLine; onChoose: Choose }) {
  const t = useTexts()
  const lang = useLang()
  const { no, name, house, party, position, heldUntil, checkedInAt } = line
  const about = [
    house && t('house', { code: house }),
    peopleWords(party, lang),
    position === null ? '' : t('position', { n: position }),
    heldUntil === null ? '' : t('by', { time: showTime(heldUntil, lang) }),
  ]
  return (
    <Row
      id={`person-${String(no)}`}
      title={name || t('noName')}
      hint={about.filter(Boolean).join(' · ')}
      {...(checkedInAt === null
        ? {}
        : { end: <Badge text={showClock(checkedInAt)} tone="good" icon="check" /> })}
      {...(onChoose && mayCheckIn(line) ? { onTap: () => onChoose(line) } : {})}
    />
  )
}
