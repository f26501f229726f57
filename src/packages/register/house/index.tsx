import { Image, Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { BindingView } from '@domain/account/contract'
import { relationWords } from '@domain/account/wording'
import { cloud } from '@/cloud/client'
import { useLoad, useSend } from '@/cloud/hooks'
import { useKnownSession } from '@/cloud/session'
import { useT, useTexts, useWords } from '@/i18n/texts'
import { Button, Card, FailureNote, Page, Row, Section, Sheet, States } from '@/ui'
import { go, toast } from '@/ui/platform'
import { texts } from '../texts'
import '@/ui/codes.css'

/** A house for those who look after it: its code, its people, what they chose to tell. */
export default function RegisterHousePage() {
  const x = useTexts(texts)
  const { id = '', code = '' } = useRouter().params
  const butler = useKnownSession().data?.roles.includes('butler') ?? false
  const [ending, setEnding] = useState<{ tie: BindingView; done: () => Promise<void> }>()
  return (
    <Page
      title={x('houseTitle', { code: decodeURIComponent(code) })}
      id="page-register-house"
      who={['butler', 'manager']}
      over={ending ? <EndSheet {...ending} onClose={() => setEnding(undefined)} /> : null}
    >
      <Code houseId={id} />
      {butler ? <People houseId={id} onEnd={(tie, done) => setEnding({ tie, done })} /> : null}
      {butler ? <HouseholdCard houseId={id} /> : null}
      <Button
        id="record"
        kind="plain"
        icon="list"
        text={x('record')}
        onTap={() => go(`packages/repair/list/index?houseId=${id}`)}
      />
    </Page>
  )
}

function Code({ houseId }: { houseId: string }) {
  const x = useTexts(texts)
  const code = useLoad(() => cloud.account.houseCode({ houseId }), [houseId])
  const renew = useSend(requestId => cloud.account.renewCode({ houseId }, { requestId }))
  return (
    <Section title={x('code')}>
      <View className="card code-card">
        <States of={code} cards={1}>
          {picture => <Image className="code-picture" src={picture.url} mode="scaleToFill" />}
        </States>
        <Text className="quiet">{x('codeHint')}</Text>
        {renew.failure ? <FailureNote failure={renew.failure} /> : null}
        <Button
          id="renew"
          kind="quiet"
          text={`${x('renew')} · ${x('renewHint')}`}
          busy={renew.busy}
          onTap={async () => {
            const picture = await renew.run()
            if (!picture) return
            code.put(picture)
            toast(x('renewed'))
          }}
        />
      </View>
    </Section>
  )
}

function People({
  houseId,
  onEnd,
}: {
  houseId: string
  onEnd: (tie: BindingView, done: () => Promise<void>) => void
}) {
  const x = useTexts(texts)
  const say = useWords()
  const ties = useLoad(() => cloud.account.bindings({ houseId, status: 'active' }), [houseId])
  return (
    <Section title={x('people')}>
      <States of={ties} cards={1}>
        {({ items }) =>
          items.length === 0 ? (
            <Text className="quiet">{x('nobody')}</Text>
          ) : (
            items.map(tie => (
              <Card key={tie.id}>
                <Row title={tie.name} value={say(relationWords[tie.relation])} hint={tie.phone} />
                {tie.actions.includes('unbind') ? (
                  <Button
                    id={`end-${tie.id}`}
                    kind="quiet"
                    small
                    text={x('end')}
                    onTap={() => onEnd(tie, ties.reload)}
                  />
                ) : null}
              </Card>
            ))
          )
        }
      </States>
    </Section>
  )
}

function EndSheet({
  tie,
  done,
  onClose,
}: {
  tie: BindingView
  done: () => Promise<void>
  onClose: () => void
}) {
  const t = useT()
  const x = useTexts(texts)
  const end = useSend(requestId => cloud.account.unbind({ id: tie.id }, { requestId }))
  return (
    <Sheet id="end-sheet" title={x('reallyEnd', { name: tie.name })} onClose={onClose}>
      {end.failure ? <FailureNote failure={end.failure} /> : null}
      <Button
        id="really-end"
        kind="danger"
        text={x('end')}
        busy={end.busy}
        onTap={async () => {
          if (!(await end.run())) return
          onClose()
          toast(x('decided'))
          await done()
        }}
      />
      <Button kind="quiet" text={t('cancel')} onTap={onClose} />
    </Sheet>
  )
}

function HouseholdCard({ houseId }: { houseId: string }) {
  const x = useTexts(texts)
  const household = useLoad(() => cloud.account.household({ houseId }), [houseId])
  return (
    <Section title={x('household')}>
      <States of={household} cards={1}>
        {told => {
          const lines = [
            told.preferences,
            told.pets,
            told.elderly ? x('elderly') : '',
            told.children ? x('children') : '',
            told.quiet ? x('quiet', told.quiet) : '',
          ].filter(Boolean)
          return (
            <View className="card">
              {lines.length ? (
                lines.map(line => (
                  <Text key={line} className="paragraph">
                    {line}
                  </Text>
                ))
              ) : (
                <Text className="quiet">{x('noProfile')}</Text>
              )}
            </View>
          )
        }}
      </States>
    </Section>
  )
}
