import { View } from '@tarojs/components'
import { Row, Section } from '@/ui'
import { estateDayAhead } from '@/i18n/when'
import { percentOf } from '../lib'
import { useTexts } from '../texts'
import { Gauge } from '../gauge'

interface EnteredProps {
  entered: { greenCover: number; facilities: number; facilitiesInOrder: number; statementOn: string }
}

/** Percent; docs/promises.md, "Figures". */
const promisedInOrder = 95
const promisedGreen = 30
const monthsBetweenStatements = 6

/** The last day on which the next statement is on time. */
function nextStatement(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month + monthsBetweenStatements, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + monthsBetweenStatements, Math.min(date, lastOfMonth)))
    .toISOString()
    .slice(0, 10)
}

/** Figures that the manager enters in the settings, and those that cannot be counted yet. */
export function Entered({
  entered: { greenCover, facilities, facilitiesInOrder, statementOn },
}: EnteredProps) {
  const t = useTexts()
  const none = t('notEntered')
  const inOrder = percentOf({ sum: facilitiesInOrder, count: facilities })
  const next = statementOn && nextStatement(statementOn)
  return (
    <Section title={t('entered')}>
      <View className="card">
        <View className="slice">
          <Row
            title={t('facilities')}
            hint={t('promisedAt', { n: promisedInOrder })}
            value={facilities ? `${inOrder}% (${facilitiesInOrder}/${facilities})` : none}
          />
          {facilities ? <Gauge thin percent={inOrder} promised={promisedInOrder} /> : null}
        </View>
        <View className="slice">
          <Row
            title={t('greenCover')}
            hint={t('promisedAt', { n: promisedGreen })}
            value={greenCover ? `${greenCover}%` : none}
          />
          {greenCover ? <Gauge thin percent={greenCover} promised={promisedGreen} /> : null}
        </View>
        <View className="slice">
          <Row
            title={t('statementOn')}
            hint={
              next
                ? t(next < estateDayAhead(0) ? 'statementLate' : 'statementBy', { day: next })
                : t('everyHalfYear')
            }
            value={statementOn || none}
          />
        </View>
        <View className="slice">
          <Row title={t('gateDuty')} hint={t('noPatrolLog')} value={t('notCountedYet')} />
        </View>
      </View>
    </Section>
  )
}
