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
import { fates, PushBar, usePushLine, type Fate } from '../lib/push-bar'
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
      {fates.map(([fate, look]) => (
        <View key={fate} className="legend">
          <View className={`legend-mark share-${look}`} />
          <View className="legend-words">
            <Text className="legend-name">{t(fate)}</Text>
            <Text className="quiet">{t(`${fate}Means`)}</Text>
          </View>
          <Text className="legend-count" id={`count-${fate}`}>
            {push[fate]}
          </Text>
        </View>
      ))}
    </Card>
  )
}

/**
 * Of those still to go, the function lists the ones that wait; what a portion has in hand is there for
 * seconds only.
 */
const stateOf = { sent: 'sent', refused: 'refused', failed: 'failed', left: 'waiting' } as const

function People({ push }: { push: PushProgress }) {
  const t = useTexts()
  const [chosen, setChosen] = useState<Fate>()
  const withSome = fates.map(([fate]) => fate).filter(fate => push[fate] > 0)
  const fate = chosen ?? withSome.find(each => each !== 'sent') ?? withSome[0]
  if (fate === undefined) return null
  return (
    <Section title={t('people1')}>
      <Label text="">
        <Choice
          name="fate"
          label={t('people1')}
          columns={2}
          value={fate}
          options={fates.map(([value]) => ({ value, text: t(value) }))}
          onChange={setChosen}
        />
      </Label>
      <ToldList key={fate} pushId={push.pushId} fate={fate} count={push[fate]} />
    </Section>
  )
}

function ToldList({ pushId, fate, count }: { pushId: string; fate: Fate; count: number }) {
  const t = useTexts()
  const lang = useLang()
  const told = usePages<PushRecipient>(
    cursor => cloud.notice.told({ pushId, state: stateOf[fate], ...(cursor ? { cursor } : {}) }),
    [count],
  )
  return (
    <States of={told} cards={1}>
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
                  {...(fate === 'sent' ? { value: showTime(at, lang) } : {})}
                />
              ))}
            </View>
            <More of={told} />
          </>
        )
      }
    </States>
  )
}
