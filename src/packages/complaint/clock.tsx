import { Text, View } from '@tarojs/components'
import type { ComplaintCard, EscalationRole } from '@domain/complaint/contract'
import { clockWords } from '@domain/complaint/wording'
import { useLang } from '@/i18n/lang'
import { Icon } from '@/ui'
import { useNow } from '@/ui/use-now'
import { showSpan, showTime } from '@/i18n/when'
import { useTexts, type ComplaintText } from './texts'

export type Face = ComplaintCard['clocks'][number]
const escalationTexts: Record<EscalationRole, ComplaintText> = {
  butler: 'whoButler',
  manager: 'whoManager',
  committee: 'whoCommittee',
}

/** The clocks that still run, the first to run out first. */
export const runningClocks = ({ clocks }: Pick<ComplaintCard, 'clocks'>): Face[] =>
  clocks.filter(clock => clock.metAt === null).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))

/** The names of posts in the user's language. */
export function useEscalationNames(): (posts: readonly EscalationRole[]) => string {
  const t = useTexts()
  const lang = useLang()
  return posts => posts.map(post => t(escalationTexts[post])).join(lang === 'en' ? ', ' : '、')
}

/** The time left of a commitment, and who is notified when it runs out. */
export function ComplaintClock({ clock, brief }: { clock: Face; brief?: boolean }) {
  const t = useTexts()
  const lang = useLang()
  const who = useEscalationNames()
  const now = useNow()
  const left = Date.parse(clock.dueAt) - now
  const late = left < 0
  const notified = [
    clock.told.length ? t('haveNotified', { who: who(clock.told) }) : '',
    clock.tells ? t(clock.told.length ? 'notifyLater' : 'willNotify', { who: who([clock.tells]) }) : '',
  ]
  return (
    <View className={`clock${late ? ' clock-late' : ''}`}>
      <Icon name={late ? 'alert' : 'clock'} />
      <View className="clock-words">
        <View className="clock-line">
          <Text className="clock-name">{t(clockWords[clock.name])}</Text>
          <Text className="clock-left">
            {t(late ? 'overdueBy' : 'dueIn', { time: showSpan(left, lang) })}
          </Text>
        </View>
        {brief ? null : (
          <Text className="clock-hint">
            {[t('nextBy', { time: showTime(clock.dueAt, lang, now) }), ...notified]
              .filter(Boolean)
              .join(lang === 'en' ? '; ' : '，')}
          </Text>
        )}
      </View>
    </View>
  )
}
