import { Picker, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { figureNames, promised } from '@domain/desk/figure-names'
import { figureWords } from '@domain/desk/wording'
import { cloud } from '@/cloud/client'
import { useLoad } from '@/cloud/hooks'
import { useKnownSession } from '@/state/session'
import { useLang } from '@/i18n/lang'
import { Card, Empty, Label, Row } from '@/ui'
import { Page, States } from '@/widgets'
import { region } from '@/ui/control'
import { estateDayAhead } from '@/i18n/when'
import { Gauge } from '../gauge'
import { isShare, percentOf, showFigure } from '../lib'
import { useTexts } from '../texts'
import '../figures.css'

/**
 * Response, completion, ratings and reopened orders of a month: the user's own, and for the manager
 * everyone's.
 */
export default function AppraisalPage() {
  useKnownSession()
  const t = useTexts()
  const lang = useLang()
  const [month, setMonth] = useState(() => estateDayAhead(0).slice(0, 7))
  const people = useLoad(() => cloud.desk.appraisal({ month }), [month])
  return (
    <Page title={t('appraisalTitle')} id="page-appraisal" who={['butler', 'technician', 'manager']}>
      <Label text={t('monthShown')}>
        <Picker
          mode="date"
          fields="month"
          value={month}
          onChange={event => setMonth(event.detail.value.slice(0, 7))}
        >
          <View className="picker" {...region('status', t('monthShown'))}>
            <Text>{month}</Text>
          </View>
        </Picker>
      </Label>
      <States of={people} cards={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="check" title={t('appraisalEmpty')} hint={t('appraisalHint')} />
          ) : (
            items.map(({ id, name, figures }) => (
              <Card key={id} id={`person-${id}`}>
                <Text className="card-what">{name}</Text>
                {figureNames
                  .flatMap(figure => figures.filter(each => each.figure === figure))
                  .map(each => (
                    <View key={each.figure} className="slice">
                      <Row
                        title={t(figureWords[each.figure])}
                        value={`${showFigure(each.figure, each, lang)} (${isShare(each.figure) ? `${each.sum}/${each.count}` : t('ofMany', { count: each.count })})`}
                      />
                      {isShare(each.figure) ? (
                        <Gauge thin percent={percentOf(each)} promised={promised[each.figure]} />
                      ) : null}
                    </View>
                  ))}
              </Card>
            ))
          )
        }
      </States>
    </Page>
  )
}
