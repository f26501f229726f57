import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { BindingView } from '@domain/account/contract'
import { relationWords } from '@domain/account/wording'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { usePages } from '@/cloud/pages'
import { useKnownSession } from '@/cloud/session'
import { useLang } from '@/i18n/lang'
import { useT, useTexts, useWords } from '@/i18n/texts'
import { Button, Card, Choice, Empty, FailureNote, Field, Label, More, Page, Row, Sheet, States } from '@/ui'
import { call } from '@/ui/phone'
import { go, toast } from '@/ui/platform'
import { showDay, showTime } from '@/ui/when'
import { texts } from '../texts'

/** Who wants to join, and the houses of the register. */
export default function PeoplePage() {
  const x = useTexts(texts)
  const butler = useKnownSession().data?.roles.includes('butler') ?? false
  const [chosen, setChosen] = useState<'requests' | 'houses'>()
  const tab = chosen ?? (butler ? 'requests' : 'houses')
  const [refusing, setRefusing] = useState<{ tie: BindingView; done: () => Promise<void> }>()
  return (
    <Page
      title={x('peopleTitle')}
      id="page-people"
      who={['butler', 'manager']}
      over={refusing ? <RefuseSheet {...refusing} onClose={() => setRefusing(undefined)} /> : null}
    >
      {butler ? (
        <Label text="">
          <Choice
            name="tab"
            label={x('peopleTitle')}
            columns={2}
            value={tab}
            options={[
              { value: 'requests', text: x('tabRequests') },
              { value: 'houses', text: x('tabHouses') },
            ]}
            onChange={setChosen}
          />
        </Label>
      ) : null}
      {tab === 'requests' ? <Requests onRefuse={(tie, done) => setRefusing({ tie, done })} /> : <Houses />}
    </Page>
  )
}

function Requests({ onRefuse }: { onRefuse: (tie: BindingView, done: () => Promise<void>) => void }) {
  const x = useTexts(texts)
  const waiting = usePages(cursor =>
    cloud.account.bindings({ status: 'pending', ...(cursor ? { cursor } : {}) }),
  )
  return (
    <States of={waiting} cards={3}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty icon="check" title={x('noRequests')} hint={x('noRequestsHint')} />
        ) : (
          <>
            {items.map(tie => (
              <Request
                key={tie.id}
                tie={tie}
                onDone={waiting.reload}
                onRefuse={() => onRefuse(tie, waiting.reload)}
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
  tie,
  onDone,
  onRefuse,
}: {
  tie: BindingView
  onDone: () => Promise<void>
  onRefuse: () => void
}) {
  const t = useT()
  const x = useTexts(texts)
  const say = useWords()
  const lang = useLang()
  const approve = useSend(requestId =>
    cloud.account.decideBinding({ id: tie.id, approve: true }, { requestId }),
  )
  const phone = useSend(requestId => cloud.account.bindingPhone({ id: tie.id }, { requestId }))
  const [number, setNumber] = useState('')
  const hints = [
    x('askedAt', { time: showTime(tie.at, lang) }),
    tie.until ? x('leaseEnds', { day: showDay(tie.until, lang) }) : '',
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <Card tone="waiting" id={`tie-${tie.id}`}>
      <Row
        title={`${tie.name} · ${say(relationWords[tie.relation])}`}
        value={t('houseNo', { code: tie.code })}
        hint={hints}
      />
      <Text className="quiet">
        {tie.phone} · {x(tie.phoneProven ? 'proven' : 'typed')}
      </Text>
      {tie.actions.includes('approve') ? (
        <View className="pair">
          <Button
            id={`approve-${tie.id}`}
            text={x('approve')}
            busy={approve.busy}
            onTap={async () => {
              const answer = await approve.run()
              if (!answer) return
              toast(answer.needs.includes('owner') ? x('needsOwner') : x('decided'))
              await onDone()
            }}
          />
          <Button id={`refuse-${tie.id}`} kind="plain" text={x('refuse')} onTap={onRefuse} />
        </View>
      ) : (
        <Text className="quiet">{x('needsOwner')}</Text>
      )}
      {approve.failure ? <FailureNote failure={approve.failure} /> : null}
      {number ? (
        <Button
          kind="quiet"
          small
          icon="phone"
          text={x('call', { phone: number })}
          onTap={() => call(number)}
        />
      ) : (
        <Button
          id={`phone-${tie.id}`}
          kind="quiet"
          small
          icon="phone"
          text={x('seePhone')}
          busy={phone.busy}
          onTap={async () => {
            const answer = await phone.run()
            if (answer) {
              setNumber(answer.phone)
              toast(x('seen'))
            }
          }}
        />
      )}
    </Card>
  )
}

function RefuseSheet({
  tie,
  done,
  onClose,
}: {
  tie: BindingView
  done: () => Promise<void>
  onClose: () => void
}) {
  const x = useTexts(texts)
  const [reason, setReason] = useState('')
  const refuse = useSend(requestId =>
    cloud.account.decideBinding({ id: tie.id, approve: false, reason: reason.trim() }, { requestId }),
  )
  return (
    <Sheet id="refuse-sheet" title={x('refuse')} onClose={onClose}>
      <Field id="reason" label={x('why')} value={reason} most={200} long onChange={setReason} />
      {refuse.failure ? <FailureNote failure={refuse.failure} /> : null}
      <Button
        id="send-refusal"
        text={x('refuse')}
        busy={refuse.busy}
        disabled={!reason.trim()}
        onTap={async () => {
          if (!(await refuse.run())) return
          onClose()
          toast(x('decided'))
          await done()
        }}
      />
    </Sheet>
  )
}

function Houses() {
  const t = useT()
  const x = useTexts(texts)
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
      <Field id="search" label={x('search')} value={query} most={40} onChange={setQuery} />
      <States of={found} cards={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="home" title={x('noHouses')} />
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
                    hint={house.areaM2 ? x('area', { n: house.areaM2 }) : ''}
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
