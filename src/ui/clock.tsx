import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Lang } from '@domain/kernel/words'
import type { Card, ClockName } from '@domain/repair/contract'
import { common } from '@/i18n/common'
import { useLang } from '@/i18n/lang'
import { textsOf, type CommonKey } from '@/i18n/texts'
import { Icon } from './icon'
import { showSpan, showTime } from './when'

export type ClockFace = Card['clocks'][number]

const say = textsOf(common)
const names: Record<ClockName, CommonKey> = {
  accept: 'clockAccept',
  onSite: 'clockOnSite',
  finish: 'clockFinish',
  verify: 'clockVerify',
}
const tells: Record<ClockFace['tells'], CommonKey> = {
  butler: 'tellsButler',
  manager: 'tellsManager',
  resident: 'tellsResident',
}
const whos: Record<ClockFace['tells'], CommonKey> = {
  butler: 'whoButler',
  manager: 'whoManager',
  resident: 'whoResident',
}

/** The clock that matters now: of those that run, the one that is due first. */
export const nextClock = (clocks: readonly ClockFace[]): ClockFace | undefined =>
  clocks.filter(clock => clock.state === 'running').sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0]

/** What a clock says in words: what is left, by when, and who is told. */
export function clockText(
  clock: ClockFace,
  lang: Lang,
  now: number,
): { name: string; left: string; until: string; told: string; late: boolean } {
  const due = Date.parse(clock.dueAt)
  const late = clock.state === 'missed' || (clock.state === 'running' && due < now)
  const left =
    clock.state === 'met'
      ? say(lang, 'clockMet')
      : clock.state === 'missed'
        ? say(lang, 'clockMissed')
        : late
          ? say(lang, 'overdueBy', { time: showSpan(now - due, lang) })
          : say(lang, 'dueIn', { time: showSpan(due - now, lang) })
  const told =
    clock.state !== 'running'
      ? ''
      : late
        ? say(lang, 'toldAlready', { who: say(lang, whos[clock.tells]) })
        : say(lang, tells[clock.tells])
  return {
    name: say(lang, names[clock.name]),
    left,
    until: say(lang, 'by', { time: showTime(clock.dueAt, lang, now) }),
    told,
    late,
  }
}

/** Every half minute is often enough for a clock that counts in minutes. */
export function useNow(every = 30_000): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every)
    return () => clearInterval(timer)
  }, [every])
  return now
}

/** What is left of a promise, and who is told when it runs out. */
export function Clock({ clock, brief }: { clock: ClockFace; brief?: boolean }) {
  const lang = useLang()
  const text = clockText(clock, lang, useNow())
  return (
    <View className={`clock${text.late ? ' clock-late' : ''}`}>
      <Icon name={text.late ? 'alert' : clock.state === 'met' ? 'check' : 'clock'} />
      <View className="clock-words">
        <View className="clock-line">
          <Text className="clock-name">{text.name}</Text>
          <Text className="clock-left">{text.left}</Text>
        </View>
        {brief ? null : (
          <Text className="clock-hint">
            {[text.until, text.told].filter(Boolean).join(lang === 'en' ? '. ' : '，')}
          </Text>
        )}
      </View>
    </View>
  )
}
