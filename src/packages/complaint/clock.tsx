import { Text, View } from '@tarojs/components'
import type { ComplaintCard, EscalationRole } from '@domain/complaint/contract'
import { clockWords } from '@domain/complaint/wording'
import { useLang } from '@/i18n/lang'
import { useT, useTexts, useWords } from '@/i18n/texts'
import { Icon } from '@/ui'
import { useNow } from '@/ui/clock'
import { showSpan, showTime } from '@/ui/when'
import { texts, type ComplaintText } from './texts'

export type Face = ComplaintCard['clocks'][number]
const whos: Record<EscalationRole, ComplaintText> = {
  butler: 'whoButler',
  manager: 'whoManager',
  committee: 'whoCommittee',
}

/** The promises that still run, the one that runs out first before the others. */
export const runningClocks = ({ clocks }: Pick<ComplaintCard, 'clocks'>): Face[] =>
  clocks.filter(clock => clock.metAt === null).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))

/** Posts by what people call them. */
export function useWhos(): (posts: readonly EscalationRole[]) => string {
  const x = useTexts(texts)
  const lang = useLang()
  return posts => posts.map(post => x(whos[post])).join(lang === 'en' ? ', ' : '、')
}

/** What is left of a promise, and who is told when it runs out. */
export function ComplaintClock({ clock, brief }: { clock: Face; brief?: boolean }) {
  const t = useT()
  const x = useTexts(texts)
  const say = useWords()
  const lang = useLang()
  const who = useWhos()
  const now = useNow()
  const left = Date.parse(clock.dueAt) - now
  const late = left < 0
  const told = [
    clock.told.length ? x('haveTold', { who: who(clock.told) }) : '',
    clock.tells ? x(clock.told.length ? 'tellLater' : 'willTell', { who: who([clock.tells]) }) : '',
  ]
  return (
    <View className={`clock${late ? ' clock-late' : ''}`}>
      <Icon name={late ? 'alert' : 'clock'} />
      <View className="clock-words">
        <View className="clock-line">
          <Text className="clock-name">{say(clockWords[clock.name])}</Text>
          <Text className="clock-left">
            {t(late ? 'overdueBy' : 'dueIn', { time: showSpan(left, lang) })}
          </Text>
        </View>
        {brief ? null : (
          <Text className="clock-hint">
            {[x('nextBy', { time: showTime(clock.dueAt, lang, now) }), ...told]
              .filter(Boolean)
              .join(lang === 'en' ? '; ' : '，')}
          </Text>
        )}
      </View>
    </View>
  )
}
