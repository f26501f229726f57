import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { BindingView } from '@domain/account/contract'
import { relationWords } from '@domain/account/wording'
import { cloud } from '@/cloud/client'
import { useLoad, useSend } from '@/cloud/hooks'
import { useKnownSession } from '@/state/session'
import { useLang } from '@/i18n/lang'
import { Button, Card, Row, Section } from '@/ui'
import { FailureNote, NotBound, Page, States } from '@/widgets'
import { toast } from '@/device/platform'
import { showDay } from '@/i18n/when'
import { useTexts } from '../texts'
import { HouseholdProfile } from './household'
import { EndSheet, RefuseSheet } from './sheets'

/** One of the reader's houses: its residents, requests to join it, and the household profile. */
export default function HousePage() {
  const t = useTexts()
  const known = useKnownSession().data
  const asked = useRouter().params.id
  const house = known?.houses.find(each => each.id === asked) ?? known?.houses[0]
  const [ending, setEnding] = useState<BindingView>()
  const [refusing, setRefusing] = useState<BindingView>()
  const owner = house?.relation === 'owner'
  const bindings = useLoad(
    async () =>
      house
        ? (await cloud.account.bindings(owner ? { houseId: house.id } : { mine: true })).items.filter(
            binding => binding.houseId === house.id,
          )
        : [],
    [house?.id, owner],
  )
  const decide = useSend((requestId, binding: BindingView, approve: boolean, reason?: string) =>
    cloud.account.decideBinding({ id: binding.id, approve, ...(reason ? { reason } : {}) }, { requestId }),
  )
  const after = async (answer: unknown) => {
    if (!answer) return
    setRefusing(undefined)
    setEnding(undefined)
    toast(t('decided'))
    await bindings.reload()
  }
  if (!house)
    return (
      <Page title={t('houseTitle')} id="page-house">
        <NotBound />
      </Page>
    )
  const sheet = () => {
    if (ending)
      return (
        <EndSheet
          binding={ending}
          mine={!owner || ending.relation === 'owner'}
          onDone={after}
          onClose={() => setEnding(undefined)}
        />
      )
    if (refusing)
      return (
        <RefuseSheet
          onClose={() => setRefusing(undefined)}
          busy={decide.busy}
          onSend={async reason => after(await decide.run(refusing, false, reason))}
        />
      )
    return null
  }
  return (
    <Page title={t('houseNo', { code: house.code })} id="page-house" over={sheet()}>
      <States of={bindings}>
        {all => {
          const waiting = all.filter(binding => binding.actions.includes('approve'))
          const living = all.filter(binding => binding.status === 'active')
          return (
            <>
              {waiting.length ? (
                <Section title={t('requests')}>
                  {waiting.map(binding => (
                    <Card key={binding.id} tone="waiting" id={`binding-${binding.id}`}>
                      <BindingRow binding={binding} />
                      <View className="pair">
                        <Button
                          id={`approve-${binding.id}`}
                          text={t('approve')}
                          busy={decide.busy}
                          onTap={async () => after(await decide.run(binding, true))}
                        />
                        <Button
                          id={`refuse-${binding.id}`}
                          kind="plain"
                          text={t('refuse')}
                          onTap={() => setRefusing(binding)}
                        />
                      </View>
                    </Card>
                  ))}
                  {decide.failure ? <FailureNote failure={decide.failure} /> : null}
                </Section>
              ) : null}
              <Section title={t('members')}>
                {living.length ? (
                  living.map(binding => (
                    <Card key={binding.id}>
                      <BindingRow binding={binding} />
                      {binding.actions.includes('unbind') ? (
                        <Button
                          id={`end-${binding.id}`}
                          kind="quiet"
                          small
                          text={owner && binding.relation !== 'owner' ? t('remove') : t('leave')}
                          onTap={() => setEnding(binding)}
                        />
                      ) : null}
                    </Card>
                  ))
                ) : (
                  <Text className="quiet">{t('noMembers')}</Text>
                )}
              </Section>
            </>
          )
        }}
      </States>
      <HouseholdProfile houseId={house.id} />
    </Page>
  )
}

function BindingRow({ binding }: { binding: BindingView }) {
  const t = useTexts()
  const lang = useLang()
  return (
    <>
      <Row
        title={binding.name}
        value={t(relationWords[binding.relation])}
        hint={[binding.phone, binding.until ? t('leaseEnds', { day: showDay(binding.until, lang) }) : '']
          .filter(Boolean)
          .join(' · ')}
      />
      {binding.status === 'pending' && !binding.phoneProven ? (
        <Text className="quiet">{t('typedPhone')}</Text>
      ) : null}
    </>
  )
}
