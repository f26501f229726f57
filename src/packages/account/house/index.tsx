import { Picker, Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { BindingView, Household } from '@domain/account/contract'
import { relationWords } from '@domain/account/wording'
import { cloud } from '@/cloud/client'
import { useLoad, useSend } from '@/cloud/hooks'
import { askSession, useKnownSession } from '@/cloud/session'
import { useLang } from '@/i18n/lang'
import { useT, useTexts, useWords } from '@/i18n/texts'
import {
  Button,
  Card,
  Choice,
  FailureNote,
  Field,
  Label,
  NotBound,
  Page,
  Row,
  Section,
  Sheet,
  States,
} from '@/ui'
import { goBack, toast } from '@/ui/platform'
import { showDay } from '@/ui/when'
import { texts } from '../texts'

/** One of my houses: who lives in it, who wants to, and what the household tells its butler. */
export default function HousePage() {
  const t = useT()
  const x = useTexts(texts)
  const known = useKnownSession().data
  const asked = useRouter().params.id
  const house = known?.houses.find(each => each.id === asked) ?? known?.houses[0]
  const [ending, setEnding] = useState<BindingView>()
  const [refusing, setRefusing] = useState<BindingView>()
  const owner = house?.relation === 'owner'
  const ties = useLoad(
    async () =>
      house
        ? (await cloud.account.bindings(owner ? { houseId: house.id } : { mine: true })).items.filter(
            tie => tie.houseId === house.id,
          )
        : [],
    [house?.id, owner],
  )
  const decide = useSend((requestId, tie: BindingView, approve: boolean, reason?: string) =>
    cloud.account.decideBinding({ id: tie.id, approve, ...(reason ? { reason } : {}) }, { requestId }),
  )
  const after = async (answer: unknown) => {
    if (!answer) return
    setRefusing(undefined)
    setEnding(undefined)
    toast(x('decided'))
    await ties.reload()
  }
  if (!house)
    return (
      <Page title={x('houseTitle')} id="page-house">
        <NotBound />
      </Page>
    )
  return (
    <Page
      title={t('houseNo', { code: house.code })}
      id="page-house"
      over={
        ending ? (
          <EndSheet
            tie={ending}
            mine={!owner || ending.relation === 'owner'}
            onDone={after}
            onClose={() => setEnding(undefined)}
          />
        ) : refusing ? (
          <RefuseSheet
            onClose={() => setRefusing(undefined)}
            busy={decide.busy}
            onSend={async reason => after(await decide.run(refusing, false, reason))}
          />
        ) : null
      }
    >
      <States of={ties}>
        {all => {
          const waiting = all.filter(tie => tie.actions.includes('approve'))
          const living = all.filter(tie => tie.status === 'active')
          return (
            <>
              {waiting.length ? (
                <Section title={x('requests')}>
                  {waiting.map(tie => (
                    <Card key={tie.id} tone="waiting" id={`tie-${tie.id}`}>
                      <TieWords tie={tie} />
                      <View className="pair">
                        <Button
                          id={`approve-${tie.id}`}
                          text={x('approve')}
                          busy={decide.busy}
                          onTap={async () => after(await decide.run(tie, true))}
                        />
                        <Button
                          id={`refuse-${tie.id}`}
                          kind="plain"
                          text={x('refuse')}
                          onTap={() => setRefusing(tie)}
                        />
                      </View>
                    </Card>
                  ))}
                  {decide.failure ? <FailureNote failure={decide.failure} /> : null}
                </Section>
              ) : null}
              <Section title={x('members')}>
                {living.length ? (
                  living.map(tie => (
                    <Card key={tie.id}>
                      <TieWords tie={tie} />
                      {tie.actions.includes('unbind') ? (
                        <Button
                          id={`end-${tie.id}`}
                          kind="quiet"
                          small
                          text={owner && tie.relation !== 'owner' ? x('remove') : x('leave')}
                          onTap={() => setEnding(tie)}
                        />
                      ) : null}
                    </Card>
                  ))
                ) : (
                  <Text className="quiet">{x('noMembers')}</Text>
                )}
              </Section>
            </>
          )
        }}
      </States>
      <Profile houseId={house.id} />
    </Page>
  )
}

function TieWords({ tie }: { tie: BindingView }) {
  const x = useTexts(texts)
  const say = useWords()
  const lang = useLang()
  return (
    <>
      <Row
        title={tie.name}
        value={say(relationWords[tie.relation])}
        hint={[tie.phone, tie.until ? x('leaseEnds', { day: showDay(tie.until, lang) }) : '']
          .filter(Boolean)
          .join(' · ')}
      />
      {tie.status === 'pending' && !tie.phoneProven ? <Text className="quiet">{x('typedPhone')}</Text> : null}
    </>
  )
}

function RefuseSheet({
  onClose,
  onSend,
  busy,
}: {
  onClose: () => void
  onSend: (reason: string) => Promise<void>
  busy: boolean
}) {
  const x = useTexts(texts)
  const [reason, setReason] = useState('')
  return (
    <Sheet id="refuse-sheet" title={x('refuse')} onClose={onClose}>
      <Field id="reason" label={x('whyNot')} value={reason} most={200} long onChange={setReason} />
      <Button
        id="send-refusal"
        text={x('refuse')}
        busy={busy}
        disabled={!reason.trim()}
        onTap={() => onSend(reason.trim())}
      />
    </Sheet>
  )
}

function EndSheet({
  tie,
  mine,
  onDone,
  onClose,
}: {
  tie: BindingView
  mine: boolean
  onDone: (answer: unknown) => Promise<void>
  onClose: () => void
}) {
  const t = useT()
  const x = useTexts(texts)
  const end = useSend(requestId => cloud.account.unbind({ id: tie.id }, { requestId }))
  return (
    <Sheet
      id="end-sheet"
      title={mine ? x('reallyLeave') : x('reallyRemove', { name: tie.name })}
      onClose={onClose}
    >
      {end.failure ? <FailureNote failure={end.failure} /> : null}
      <Button
        id="really-end"
        kind="danger"
        text={mine ? x('leave') : x('remove')}
        busy={end.busy}
        onTap={async () => {
          const answer = await end.run()
          if (answer && mine) {
            await askSession().catch(() => undefined)
            goBack()
          } else await onDone(answer)
        }}
      />
      <Button kind="quiet" text={t('cancel')} onTap={onClose} />
    </Sheet>
  )
}

const languages = ['zh', 'en', 'ja', 'ko', 'other'] as const

function Profile({ houseId }: { houseId: string }) {
  const x = useTexts(texts)
  const loaded = useLoad(() => cloud.account.household({ houseId }), [houseId])
  return (
    <Section title={x('profile')}>
      <Text className="quiet">{x('profileHint')}</Text>
      <States of={loaded} cards={1}>
        {household => (
          <ProfileForm key={household.updatedAt ?? ''} household={household} onSaved={loaded.put} />
        )}
      </States>
    </Section>
  )
}

function ProfileForm({ household, onSaved }: { household: Household; onSaved: (saved: Household) => void }) {
  const x = useTexts(texts)
  const [form, setForm] = useState(household)
  const change = (more: Partial<Household>) => setForm({ ...form, ...more })
  const save = useSend(requestId =>
    cloud.account.saveHousehold(
      {
        houseId: form.houseId,
        preferences: form.preferences,
        pets: form.pets,
        elderly: form.elderly,
        children: form.children,
        languages: form.languages as (typeof languages)[number][],
        quiet: form.quiet,
      },
      { requestId },
    ),
  )
  const yesNo = (name: 'elderly' | 'children') => (
    <Label text={x(name)}>
      <Choice
        name={name}
        label={x(name)}
        columns={2}
        value={form[name] ? 'yes' : 'no'}
        options={[
          { value: 'yes', text: x('yes') },
          { value: 'no', text: x('no') },
        ]}
        onChange={value => change({ [name]: value === 'yes' })}
      />
    </Label>
  )
  const clock = (side: 'from' | 'to') => (
    <Label text={x(side)}>
      <Picker
        mode="time"
        value={form.quiet?.[side] ?? '22:00'}
        onChange={event =>
          change({ quiet: { from: '22:00', to: '07:00', ...form.quiet, [side]: event.detail.value } })
        }
      >
        <View className="input input-picked">
          <Text className="input-inner">{form.quiet?.[side]}</Text>
        </View>
      </Picker>
    </Label>
  )
  return (
    <View className="card">
      <Field
        id="preferences"
        label={x('preferences')}
        hint={x('preferencesHint')}
        value={form.preferences}
        long
        onChange={preferences => change({ preferences })}
        optional
      />
      <Field
        id="pets"
        label={x('pets')}
        hint={x('petsHint')}
        value={form.pets}
        most={100}
        onChange={pets => change({ pets })}
        optional
      />
      {yesNo('elderly')}
      {yesNo('children')}
      <Label text={x('languages')}>
        <View className="choice">
          {languages.map(value => {
            const on = form.languages.includes(value)
            return (
              <Button
                key={value}
                id={`language-${value}`}
                small
                kind={on ? 'main' : 'plain'}
                text={x(value)}
                onTap={() =>
                  change({
                    languages: on
                      ? form.languages.filter(each => each !== value)
                      : [...form.languages, value],
                  })
                }
              />
            )
          })}
        </View>
      </Label>
      <Label text={x('quiet')}>
        <Text className="quiet">{x('quietHint')}</Text>
        <Choice
          name="quiet"
          label={x('quiet')}
          columns={2}
          value={form.quiet ? 'on' : 'off'}
          options={[
            { value: 'on', text: x('quietOn') },
            { value: 'off', text: x('quietOff') },
          ]}
          onChange={value => change({ quiet: value === 'on' ? { from: '22:00', to: '07:00' } : null })}
        />
      </Label>
      {form.quiet ? (
        <View className="pair">
          {clock('from')}
          {clock('to')}
        </View>
      ) : null}
      {save.failure ? <FailureNote failure={save.failure} /> : null}
      <Button
        id="save-household"
        text={x('save')}
        busy={save.busy}
        onTap={async () => {
          const saved = await save.run()
          if (!saved) return
          toast(x('saved'))
          onSaved(saved)
        }}
      />
    </View>
  )
}
