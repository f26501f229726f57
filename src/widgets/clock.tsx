import { Text, View } from '@tarojs/components'
import type { Lang } from '@domain/kernel/words'
import type { Card, ClockName } from '@domain/repair/contract'
import { useLang } from '@/i18n/lang'
import { useTexts, type CommonKey } from '@/i18n/texts'
import { useNow } from '@/ui/use-now'
import { Icon } from '@/ui/icon'
import { showSpan, showTime } from '@/i18n/when'

export type ClockFace = Card['clocks'][number]

const names: Record<ClockName, CommonKey> = {
  accept: 'clockAccept',
  onSite: 'clockOnSite',
  finish: 'clockFinish',
  verify: 'clockVerify',
}
const notifies: Record<ClockFace['tells'], CommonKey> = {
  butler: 'notifiesButler',
  manager: 'notifiesManager',
  resident: 'notifiesResident',
}
const people: Record<ClockFace['tells'], CommonKey> = {
  butler: 'whoButler',
  manager: 'whoManager',
  resident: 'whoResident',
}

/** The running clock that is due first. */
export const nextClock = (clocks: readonly ClockFace[]): ClockFace | undefined =>
  clocks.filter(clock => clock.state === 'running').sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0]

/** A clock as text: the time left, the deadline, and who is notified. */
export function clockText(
  clock: ClockFace,
  lang: Lang,
  now: number,
): { name: string; left: string; until: string; notified: string; late: boolean } {
  const t = useTexts.in(lang)
  const due = Date.parse(clock.dueAt)
  const late = clock.state === 'missed' || (clock.state === 'running' && due < now)
  const { left, notified } = stateTexts(clock, lang, now)
  return {
    name: t(names[clock.name]),
    left,
    until: t('by', { time: showTime(clock.dueAt, lang, now) }),
    notified,
    late,
  }
}

function stateTexts(clock: ClockFace, lang: Lang, now: number): { left: string; notified: string } {
  const t = useTexts.in(lang)
  if (clock.state === 'met') return { left: t('clockMet'), notified: '' }
  if (clock.state === 'missed') return { left: t('clockMissed'), notified: '' }
  const left = Date.parse(clock.dueAt) - now
  if (left < 0)
    return {
      left: t('overdueBy', { time: showSpan(-left, lang) }),
      notified: t('alreadyNotified', { who: t(people[clock.tells]) }),
    }
  return { left: t('dueIn', { time: showSpan(left, lang) }), notified: t(notifies[clock.tells]) }
}

/** The time left of a commitment, and who is notified when it runs out. */
export function Clock({ clock, brief }: { clock: ClockFace; brief?: boolean }) {
  const lang = useLang()
  const text = clockText(clock, lang, useNow())
  const onTime = clock.state === 'met' ? 'check' : 'clock'
  return (
    <View className={`clock${text.late ? ' clock-late' : ''}`}>
      <Icon name={text.late ? 'alert' : onTime} />
      <View className="clock-words">
        <View className="clock-line">
          <Text className="clock-name">{text.name}</Text>
          <Text className="clock-left">{text.left}</Text>
        </View>
        {brief ? null : (
          <Text className="clock-hint">
            {[text.until, text.notified].filter(Boolean).join(lang === 'en' ? '. ' : '，')}
          </Text>
        )}
      </View>
    </View>
  )
}
