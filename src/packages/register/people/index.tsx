import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { BindingView } from '@domain/account/contract'
import { relationWords } from '@domain/account/wording'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { usePages } from '@/cloud/use-pages'
import { useKnownSession } from '@/state/session'
import { useLang } from '@/i18n/lang'
import { Button, Card, Choice, Empty, Field, Label, Row, Sheet } from '@/ui'
import { FailureNote, More, Page, States } from '@/widgets'
import { call } from '@/device/phone'
import { go } from '@/device/navigate'
import { toast } from '@/device/platform'
import { showDay, showTime } from '@/i18n/when'
import { useTexts } from '../texts'

/** Requests to join, and the houses of the register. */
export default function PeoplePage() {
  const t = useTexts()
  const butler = useKnownSession().data?.roles.includes('butler') ?? false
  const [chosen, setChosen] = useState<'requests' | 'houses'>()
  const tab = chosen ?? (butler ? 'requests' : 'houses')
  const [refusing, setRefusing] = useState<{ binding: BindingView; done: () => Promise<void> }>()
  return (
    <Page
      title={t('peopleTitle')}
      id="page-people"
      who={['butler', 'manager']}
      over={refusing ? <RefuseSheet {...refusing} onClose={() => setRefusing(undefined)} /> : null}
    >
      {butler ? (
        <Label text="">
          <Choice
            name="tab"
            label={t('peopleTitle')}
            columns={2}
            value={tab}
            options={[
              { value: 'requests', text: t('tabRequests') },
              { value: 'houses', text: t('tabHouses') },
            ]}
            onChange={setChosen}
          />
        </Label>
      ) : null}
      {tab === 'requests' ? (
        <Requests onRefuse={(binding, done) => setRefusing({ binding, done })} />
      ) : (
        <Houses />
      )}
    </Page>
  )
}

function Requests({ onRefuse }: { onRefuse: (binding: BindingView, done: () => Promise<void>) => void }) {
  const t = useTexts()
  const waiting = usePages(cursor =>
    cloud.account.bindings({ status: 'pending', ...(cursor ? { cursor } : {}) }),
  )
  return (
    <States of={waiting} cards={3}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty icon="check" title={t('noRequests')} hint={t('noRequestsHint')} />
        ) : (
          <>
            {items.map(binding => (
              <Request
                key={binding.id}
                binding={binding}
                onDone={waiting.reload}
                onRefuse={() => onRefuse(binding, waiting.reload)}
              />
            ))}
            <More of={waiting} />
          </>
        )
      }
    </States>
  )
}

function Request({
  binding,
  onDone,
  onRefuse,
}: {
  binding: BindingView
  onDone: () => Promise<void>
  onRefuse: () => void
}) {
  const t = useTexts()
  const lang = useLang()
  const approve = useSend(requestId =>
    cloud.account.decideBinding({ id: binding.id, approve: true }, { requestId }),
  )
  const phone = useSend(requestId => cloud.account.bindingPhone({ id: binding.id }, { requestId }))
  const [number, setNumber] = useState('')
  const hints = [
    t('askedAt', { time: showTime(binding.at, lang) }),
    binding.until ? t('leaseEnds', { day: showDay(binding.until, lang) }) : '',
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <Card tone="waiting" id={`binding-${binding.id}`}>
      <Row
        title={`${binding.name} · ${t(relationWords[binding.relation])}`}
        value={t('houseNo', { code: binding.code })}
        hint={hints}
      />
      <Text className="quiet">
        {binding.phone} · {t(binding.phoneProven ? 'proven' : 'typed')}
      </Text>
      {binding.actions.includes('approve') ? (
        <View className="pair">
          <Button
            id={`approve-${binding.id}`}
            text={t('approve')}
            busy={approve.busy}
            onTap={async () => {
              const answer = await approve.run()
              if (!answer) return
              toast(answer.needs.includes('owner') ? t('needsOwner') : t('decided'))
              await onDone()
            }}
          />
          <Button id={`refuse-${binding.id}`} kind="plain" text={t('refuse')} onTap={onRefuse} />
        </View>
      ) : (
        <Text className="quiet">{t('needsOwner')}</Text>
      )}
      {approve.failure ? <FailureNote failure={approve.failure} /> : null}
      {number ? (
        <Button
          kind="quiet"
          small
          icon="phone"
          text={t('call', { phone: number })}
          onTap={() => call(number)}
        />
      ) : (
        <Button
          id={`phone-${binding.id}`}
          kind="quiet"
          small
          icon="phone"
          text={t('seePhone')}
          busy={phone.busy}
          onTap={async () => {
            const answer = await phone.run()
            if (answer) {
              setNumber(answer.phone)
              toast(t('seen'))
            }
          }}
        />
      )}
    </Card>
  )
}

function RefuseSheet({
  binding,
  done,
  onClose,
}: {
  binding: BindingView
  done: () => Promise<void>
  onClose: () => void
}) {
  const t = useTexts()
  const [reason, setReason] = useState('')
  const refuse = useSend(requestId =>
    cloud.account.decideBinding({ id: binding.id, approve: false, reason: reason.trim() }, { requestId }),
  )
  return (
    <Sheet id="refuse-sheet" title={t('refuse')} onClose={onClose}>
      <Field id="reason" label={t('why')} value={reason} most={200} long onChange={setReason} />
      {refuse.failure ? <FailureNote failure={refuse.failure} /> : null}
      <Button
        id="send-refusal"
        text={t('refuse')}
        busy={refuse.busy}
        disabled={!reason.trim()}
        onTap={async () => {
          if (!(await refuse.run())) return
          onClose()
          toast(t('decided'))
          await done()
        }}
      />
    </Sheet>
  )
}

function Houses() {
  const t = useTexts()
  const [query, setQuery] = useState('')
  const found = usePages(
    cursor =>
      cloud.account.houses({
        ...(query.trim() ? { query: query.trim() } : {}),
        ...(cursor ? { cursor } : {}),
      }),
    [query],
  )
  return (
    <>
      <Field id="search" label={t('search')} value={query} most={40} onChange={setQuery} />
      <States of={found} cards={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="home" title={t('noHouses')} />
          ) : (
            <>
              <View className="card card-list">
                {items.map(house => (
                  <Row
                    key={house.id}
                    id={`house-${house.id}`}
                    icon="home"
                    title={t('houseNo', { code: house.code })}
                    value={house.owner?.name ?? ''}
                    hint={house.areaM2 ? t('area', { n: house.areaM2 }) : ''}
                    onTap={() =>
                      go(
                        `packages/register/house/index?id=${house.id}&code=${encodeURIComponent(house.code)}`,
                      )
                    }
                  />
                ))}
              </View>
              <More of={found} />
            </>
          )
        }
      </States>
    </>
  )
}
