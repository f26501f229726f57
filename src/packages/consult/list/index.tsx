import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ConsultThread } from '@domain/consult/contract'
import { cloud } from '@/cloud/client'
import { usePages } from '@/cloud/use-pages'
import { useKnownSession } from '@/state/session'
import { useLang } from '@/i18n/lang'
import { Badge, Card, Choice, Empty, Label } from '@/ui'
import { More, Page, States } from '@/widgets'
import { useNow } from '@/ui/use-now'
import { go } from '@/device/navigate'
import { showSpan, showTime } from '@/i18n/when'
import { useTexts } from '../texts'

/** The conversations of all houses, unanswered ones first. */
export default function ThreadsPage() {
  useKnownSession()
  const t = useTexts()
  const lang = useLang()
  const now = useNow()
  const [shown, setShown] = useState<'waiting' | 'all'>('waiting')
  const threads = usePages<ConsultThread>(
    cursor => cloud.consult.threads({ waiting: shown === 'waiting', ...(cursor ? { cursor } : {}) }),
    [shown],
  )
  return (
    <Page title={t('listTitle')} id="page-threads" who={['butler', 'manager']}>
      <Label text="">
        <Choice
          name="shown"
          label={t('listTitle')}
          columns={2}
          value={shown}
          options={(['waiting', 'all'] as const).map(value => ({ value, text: t(value) }))}
          onChange={setShown}
        />
      </Label>
      <States of={threads} cards={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="check" title={t('listEmpty')} />
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
                      {thread.lastIs ? t(thread.lastIs) : thread.lastText}
                    </Text>
                    {thread.handOver ? (
                      <Text className="card-text card-cut">{t('handedLine', { note: thread.handOver })}</Text>
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
