import { Picker, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { figureNames, promised } from '@domain/desk/figure-names'
import { figureWords } from '@domain/desk/wording'
import { cloud } from '@/cloud/client'
import { useLoad } from '@/cloud/hooks'
import { useKnownSession } from '@/cloud/session'
import { useLang } from '@/i18n/lang'
import { useTexts, useWords } from '@/i18n/texts'
import { Card, Empty, Label, Page, Row, States } from '@/ui'
import { region } from '@/ui/platform'
import { estateDayAhead } from '@/ui/when'
import { Gauge } from '../gauge'
import { isShare, percentOf, showFigure } from '../lib'
import { texts } from '../texts'
import '../figures.css'

/** Response, completion, ratings and what came back, of a month: one's own, and for the manager everybody's. */
export default function AppraisalPage() {
  useKnownSession()
  const x = useTexts(texts)
  const say = useWords()
  const lang = useLang()
  const [month, setMonth] = useState(() => estateDayAhead(0).slice(0, 7))
  const people = useLoad(() => cloud.desk.appraisal({ month }), [month])
  return (
    <Page title={x('appraisalTitle')} id="page-appraisal" who={['butler', 'technician', 'manager']}>
      <Label text={x('monthShown')}>
        <Picker
          mode="date"
          fields="month"
          value={month}
          onChange={event => setMonth(event.detail.value.slice(0, 7))}
        >
          <View className="picker" {...region('status', x('monthShown'))}>
            <Text>{month}</Text>
          </View>
        </Picker>
      </Label>
      <States of={people} cards={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="check" title={x('appraisalEmpty')} hint={x('appraisalHint')} />
          ) : (
            items.map(({ id, name, figures }) => (
              <Card key={id} id={`person-${id}`}>
                <Text className="card-what">{name}</Text>
                {figureNames
                  .flatMap(figure => figures.filter(each => each.figure === figure))
                  .map(each => (
                    <View key={each.figure} className="slice">
                      <Row
                        title={say(figureWords[each.figure])}
                        value={`${showFigure(each.figure, each, lang)} (${isShare(each.figure) ? `${each.sum}/${each.count}` : x('ofMany', { count: each.count })})`}
                      />
                      {isShare(each.figure) ? (
                        <Gauge thin percent={percentOf(each)} promised={promised[each.figure] ?? null} />
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
