import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { PassView } from '@domain/visitor/contract'
import { cloud } from '@/cloud/client'
import { useLoad, useSend } from '@/cloud/hooks'
import { useKnownSession } from '@/state/session'
import { Button, Choice, Empty, Field, Label } from '@/ui'
import { FailureNote, Page, States } from '@/widgets'
import { call } from '@/device/phone'
import { region } from '@/ui/control'
import { useSecondsTo } from '../lib/walk-in-ask'
import { useTexts } from '../texts'
import '../visitor.css'

/** How often the guard's phone looks for the household's answer, in ms. */
const lookEveryMs = 2000

/** A visitor came without a pass: the household approves or declines within a minute. */
export default function WalkInPage() {
  useKnownSession()
  const t = useTexts()
  const gate = decodeURIComponent(useRouter().params.gate ?? '')
  const [asked, setAsked] = useState<PassView>()
  return (
    <Page title={t('walkTitle')} id="page-walk-in" who={['guard']}>
      {asked ? (
        <Waiting first={asked} onAnother={() => setAsked(undefined)} />
      ) : (
        <Ask gate={gate} onAsked={setAsked} />
      )}
    </Page>
  )
}

function Ask({ gate, onAsked }: { gate: string; onAsked: (pass: PassView) => void }) {
  const t = useTexts()
  const [typed, setTyped] = useState('')
  const [query, setQuery] = useState('')
  const [houseId, setHouseId] = useState('')
  const [name, setName] = useState('')
  const [party, setParty] = useState('1')
  const found = useLoad(async () => (query ? (await cloud.account.houses({ query })).items : []), [query])
  const ask = useSend(requestId =>
    cloud.visitor.walkIn({ houseId, name: name.trim(), party: Number(party), gate }, { requestId }),
  )
  return (
    <>
      <Field
        id="house-query"
        label={t('findHouse')}
        hint={t('findHouseHint')}
        value={typed}
        most={20}
        onChange={setTyped}
      />
      <Button
        id="find-house"
        kind="plain"
        text={t('find')}
        disabled={!typed.trim()}
        onTap={() => {
          setHouseId('')
          setQuery(typed.trim())
        }}
      />
      <View className="found">
        {query ? (
          <States of={found} cards={1}>
            {houses =>
              houses.length === 0 ? (
                <Empty icon="home" title={t('noHouse')} />
              ) : (
                <Label text="">
                  <Choice
                    name="house"
                    label={t('findHouse')}
                    value={houseId}
                    options={houses
                      .slice(0, 12)
                      .map(house => ({ value: house.id, text: t('houseNo', { code: house.code }) }))}
                    onChange={setHouseId}
                  />
                </Label>
              )
            }
          </States>
        ) : null}
      </View>
      {houseId ? (
        <>
          <Field
            id="walk-name"
            label={t('who')}
            hint={t('whoHint')}
            value={name}
            most={20}
            wrong={ask.failure?.fields?.name}
            onChange={setName}
          />
          <Label text={t('people')}>
            <Choice
              name="party"
              label={t('people')}
              value={party}
              options={['1', '2', '3', '4', '5', '6'].map(value => ({ value, text: value }))}
              onChange={setParty}
            />
          </Label>
          {ask.failure ? <FailureNote failure={ask.failure} /> : null}
          <Button
            id="ask-household"
            text={t('ask')}
            busy={ask.busy}
            disabled={!name.trim()}
            onTap={async () => {
              const pass = await ask.run()
              if (pass) onAsked(pass)
            }}
          />
        </>
      ) : null}
    </>
  )
}

function Waiting({ first, onAnother }: { first: PassView; onAnother: () => void }) {
  const t = useTexts()
  const phone = useKnownSession().data?.estate?.phone
  const [pass, setPass] = useState(first)
  const seconds = useSecondsTo(pass.lapsesAt)
  const open = pass.state === 'asked' || pass.state === 'lapsed'
  useEffect(() => {
    if (!open) return undefined
    const timer = setInterval(() => {
      cloud.visitor
        .get({ id: pass.id })
        .then(setPass)
        .catch(() => undefined)
    }, lookEveryMs)
    return () => clearInterval(timer)
  }, [open, pass.id])
  const next = <Button id="another" text={t('another')} onTap={onAnother} />
  if (pass.state === 'asked') {
    return (
      <View className="asking" {...region('status')}>
        <Text className="asking-seconds">{seconds}</Text>
        <Text className="empty-title">{t('asking')}</Text>
        <Text className="empty-hint">{t('secondsLeft', { s: seconds })}</Text>
      </View>
    )
  }
  if (pass.state === 'lapsed') {
    return (
      <Empty
        icon="clock"
        title={t('noAnswer')}
        hint={t('noAnswerHint')}
        action={
          <>
            {phone ? (
              <Button kind="plain" icon="phone" text={t('callOffice')} onTap={() => call(phone)} />
            ) : null}
            {next}
          </>
        }
      />
    )
  }
  const yes = pass.state !== 'refused'
  return (
    <View id={yes ? 'said-yes' : 'said-no'}>
      <Empty
        icon={yes ? 'check' : 'close'}
        title={t(yes ? 'saidYes' : 'saidNo')}
        hint={pass.name}
        action={next}
      />
    </View>
  )
}
