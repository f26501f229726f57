import { Image, Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { BindingView } from '@domain/account/contract'
import { relationWords } from '@domain/account/wording'
import { cloud } from '@/cloud/client'
import { useLoad, useSend } from '@/cloud/hooks'
import { useKnownSession } from '@/state/session'
import { Button, Card, Row, Section, Sheet } from '@/ui'
import { FailureNote, Page, States } from '@/widgets'
import { go } from '@/device/navigate'
import { toast } from '@/device/platform'
import { useTexts } from '../texts'
import '@/ui/codes.css'

/** A house for staff: its code, its residents, their household profile. */
export default function RegisterHousePage() {
  const t = useTexts()
  const { id = '', code = '' } = useRouter().params
  const butler = useKnownSession().data?.roles.includes('butler') ?? false
  const [ending, setEnding] = useState<{ binding: BindingView; done: () => Promise<void> }>()
  return (
    <Page
      title={t('houseTitle', { code: decodeURIComponent(code) })}
      id="page-register-house"
      who={['butler', 'manager']}
      over={ending ? <EndSheet {...ending} onClose={() => setEnding(undefined)} /> : null}
    >
      <Code houseId={id} />
      {butler ? <People houseId={id} onEnd={(binding, done) => setEnding({ binding, done })} /> : null}
      {butler ? <HouseholdCard houseId={id} /> : null}
      {butler ? (
        <Button
          id="visitor-passes"
          kind="plain"
          icon="user"
          text={t('visitorPasses')}
          onTap={() => go(`packages/visitor/list/index?houseId=${id}&code=${code}`)}
        />
      ) : null}
      <Button
        id="record"
        kind="plain"
        icon="list"
        text={t('record')}
        onTap={() => go(`packages/repair/list/index?houseId=${id}`)}
      />
    </Page>
  )
}

function Code({ houseId }: { houseId: string }) {
  const t = useTexts()
  const code = useLoad(() => cloud.account.houseCode({ houseId }), [houseId])
  const renew = useSend(requestId => cloud.account.renewCode({ houseId }, { requestId }))
  return (
    <Section title={t('code')}>
      <View className="card code-card">
        <States of={code} cards={1}>
          {picture => <Image className="code-picture" src={picture.url} mode="scaleToFill" />}
        </States>
        <Text className="quiet">{t('codeHint')}</Text>
        {renew.failure ? <FailureNote failure={renew.failure} /> : null}
        <Button
          id="renew"
          kind="quiet"
          text={`${t('renew')} · ${t('renewHint')}`}
          busy={renew.busy}
          onTap={async () => {
            const picture = await renew.run()
            if (!picture) return
            code.put(picture)
            toast(t('renewed'))
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
  onEnd: (binding: BindingView, done: () => Promise<void>) => void
}) {
  const t = useTexts()
  const bindings = useLoad(() => cloud.account.bindings({ houseId, status: 'active' }), [houseId])
  return (
    <Section title={t('people')}>
      <States of={bindings} cards={1}>
        {({ items }) =>
          items.length === 0 ? (
            <Text className="quiet">{t('nobody')}</Text>
          ) : (
            items.map(binding => (
              <Card key={binding.id}>
                <Row title={binding.name} value={t(relationWords[binding.relation])} hint={binding.phone} />
                {binding.actions.includes('unbind') ? (
                  <Button
                    id={`end-${binding.id}`}
                    kind="quiet"
                    small
                    text={t('end')}
                    onTap={() => onEnd(binding, bindings.reload)}
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
  binding,
  done,
  onClose,
}: {
  binding: BindingView
  done: () => Promise<void>
  onClose: () => void
}) {
  const t = useTexts()
  const end = useSend(requestId => cloud.account.unbind({ id: binding.id }, { requestId }))
  return (
    <Sheet id="end-sheet" title={t('reallyEnd', { name: binding.name })} onClose={onClose}>
      {end.failure ? <FailureNote failure={end.failure} /> : null}
      <Button
        id="really-end"
        kind="danger"
        text={t('end')}
        busy={end.busy}
        onTap={async () => {
          if (!(await end.run())) return
          onClose()
          toast(t('decided'))
          await done()
        }}
      />
      <Button kind="quiet" text={t('cancel')} onTap={onClose} />
    </Sheet>
  )
}

function HouseholdCard({ houseId }: { houseId: string }) {
  const t = useTexts()
  const household = useLoad(() => cloud.account.household({ houseId }), [houseId])
  return (
    <Section title={t('household')}>
      <States of={household} cards={1}>
        {household => {
          const lines = [
            household.preferences,
            household.pets,
            household.elderly ? t('elderly') : '',
            household.children ? t('children') : '',
            household.quiet ? t('quiet', household.quiet) : '',
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
                <Text className="quiet">{t('noProfile')}</Text>
              )}
            </View>
          )
        }}
      </States>
    </Section>
  )
}
