import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { PushProgress, PushRecipient } from '@domain/notice/contract'
import { failReasonWords } from '@domain/notice/wording'
import { cloud } from '@/cloud/client'
import { usePages } from '@/cloud/use-pages'
import { useKnownSession } from '@/state/session'
import { useLang } from '@/i18n/lang'
import { Button, Card, Choice, Icon, Label, Row, Section } from '@/ui'
import { More, Page, States } from '@/widgets'
import { go } from '@/device/navigate'
import { region } from '@/ui/control'
import { showTime } from '@/i18n/when'
import { results, PushBar, usePushLine, type Result } from '../lib/push-bar'
import { useTexts } from '../texts'
import { useProgress } from './progress'
import '../notice.css'

/** The progress of a push, and its result: how many messages arrived, and why the others did not. */
export default function PushPage() {
  useKnownSession()
  const t = useTexts()
  const { id = '', notice } = useRouter().params
  const push = useProgress(id)
  return (
    <Page title={t('pushTitle')} id="page-push" who={['butler', 'manager']}>
      <States of={push} cards={2}>
        {shown =>
          shown === null ? (
            <Starting />
          ) : (
            <>
              <Progress push={shown} />
              <People push={shown} />
            </>
          )
        }
      </States>
      {notice ? (
        <Button
          id="see-notice"
          kind="plain"
          text={t('seeNotice')}
          onTap={() => go(`packages/notice/notice/index?id=${notice}`)}
        />
      ) : null}
    </Page>
  )
}

function Starting() {
  const t = useTexts()
  return (
    <Card id="push-starting">
      <View className="card-what" {...region('status')}>
        <View className="spin" aria-hidden="true" />
        <Text>{t('starting')}</Text>
      </View>
      <Text className="card-meta">{t('startingHint')}</Text>
    </Card>
  )
}

function ProgressIcon({ push: { done, dueAt } }: { push: PushProgress }) {
  if (done) return <Icon name="check" />
  return dueAt ? <Icon name="clock" /> : <View className="spin" aria-hidden="true" />
}

function Progress({ push }: { push: PushProgress }) {
  const t = useTexts()
  const inOneLine = usePushLine()
  return (
    <Card id={push.done ? 'push-done' : 'push-going'}>
      <Text className="card-title">{push.title}</Text>
      <View className="card-what" {...region('status')}>
        <ProgressIcon push={push} />
        <Text className="push-line">{inOneLine(push)}</Text>
      </View>
      <PushBar push={push} />
      {results.map(([result, look]) => (
        <View key={result} className="legend">
          <View className={`legend-mark share-${look}`} />
          <View className="legend-words">
            <Text className="legend-name">{t(result)}</Text>
            <Text className="quiet">{t(`${result}Means`)}</Text>
          </View>
          <Text className="legend-count" id={`count-${result}`}>
            {push[result]}
          </Text>
        </View>
      ))}
    </Card>
  )
}

/**
 * Recipients by result. Under "to be sent" the function lists those that wait; those being sent at the moment
 * are missing from the list for a few seconds.
 */
const stateOf = { sent: 'sent', refused: 'refused', failed: 'failed', left: 'waiting' } as const

function People({ push }: { push: PushProgress }) {
  const t = useTexts()
  const [chosen, setChosen] = useState<Result>()
  const withSome = results.map(([result]) => result).filter(result => push[result] > 0)
  const result = chosen ?? withSome.find(each => each !== 'sent') ?? withSome[0]
  if (result === undefined) return null
  return (
    <Section title={t('people1')}>
      <Label text="">
        <Choice
          name="fate"
          label={t('people1')}
          columns={2}
          value={result}
          options={results.map(([value]) => ({ value, text: t(value) }))}
          onChange={setChosen}
        />
      </Label>
      <RecipientList key={result} pushId={push.pushId} result={result} count={push[result]} />
    </Section>
  )
}

function RecipientList({ pushId, result, count }: { pushId: string; result: Result; count: number }) {
  const t = useTexts()
  const lang = useLang()
  const recipients = usePages<PushRecipient>(
    cursor => cloud.notice.told({ pushId, state: stateOf[result], ...(cursor ? { cursor } : {}) }),
    [count],
  )
  return (
    <States of={recipients} cards={1}>
      {({ items }) =>
        items.length === 0 ? (
          <Text className="quiet">{t('nobodyHere')}</Text>
        ) : (
          <>
            <View className="card card-list" id="told">
              {items.map(({ name, house, reason, at }, n) => (
                <Row
                  key={`${n}-${name}`}
                  title={name || t('erased')}
                  hint={[house && t('houseNo', { code: house }), reason && t(failReasonWords[reason])]
                    .filter(Boolean)
                    .join(' · ')}
                  {...(result === 'sent' ? { value: showTime(at, lang) } : {})}
                />
              ))}
            </View>
            <More of={recipients} />
          </>
        )
      }
    </States>
  )
}
