import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ConsultThread } from '@domain/consult/contract'
import { cloud } from '@/cloud/client'
import { usePages } from '@/cloud/pages'
import { useKnownSession } from '@/cloud/session'
import { useLang } from '@/i18n/lang'
import { useT, useTexts } from '@/i18n/texts'
import { Badge, Card, Choice, Empty, Label, More, Page, States } from '@/ui'
import { useNow } from '@/ui/clock'
import { go } from '@/ui/platform'
import { showSpan, showTime } from '@/ui/when'
import { texts } from '../texts'

/** Houses that ask, those that wait first. */
export default function ThreadsPage() {
  useKnownSession()
  const t = useT()
  const x = useTexts(texts)
  const lang = useLang()
  const now = useNow()
  const [shown, setShown] = useState<'waiting' | 'all'>('waiting')
  const threads = usePages<ConsultThread>(
    cursor => cloud.consult.threads({ waiting: shown === 'waiting', ...(cursor ? { cursor } : {}) }),
    [shown],
  )
  return (
    <Page title={x('listTitle')} id="page-threads" who={['butler', 'manager']}>
      <Label text="">
        <Choice
          name="shown"
          label={x('listTitle')}
          columns={2}
          value={shown}
          options={(['waiting', 'all'] as const).map(value => ({ value, text: x(value) }))}
          onChange={setShown}
        />
      </Label>
      <States of={threads} cards={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="check" title={x('listEmpty')} />
          ) : (
            <>
              {items.map(thread => {
                const left = thread.answerBy === null ? null : Date.parse(thread.answerBy) - now
                return (
                  <Card
                    key={thread.houseId}
                    id={`thread-${thread.houseId}`}
                    label={t('houseNo', { code: thread.house })}
                    onTap={() => go(`packages/consult/thread/index?house=${thread.houseId}`)}
                  >
                    <View className="card-top">
                      <Text className="card-what">{t('houseNo', { code: thread.house })}</Text>
                      {left === null ? null : (
                        <Badge
                          text={t(left < 0 ? 'overdueBy' : 'dueIn', { time: showSpan(left, lang) })}
                          tone={left < 0 ? 'bad' : 'warn'}
                          icon={left < 0 ? 'alert' : 'clock'}
                        />
                      )}
                    </View>
                    <Text className="card-text card-cut">
                      {thread.lastIs ? x(thread.lastIs) : thread.lastText}
                    </Text>
                    {thread.handOver ? (
                      <Text className="card-text card-cut">{x('handedLine', { note: thread.handOver })}</Text>
                    ) : null}
                    <Text className="card-meta">{showTime(thread.lastAt, lang)}</Text>
                  </Card>
                )
              })}
              <More of={threads} />
            </>
          )
        }
      </States>
    </Page>
  )
}
