import { Picker, Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { BindingView, Household } from '@domain/account/contract'
import { relationWords } from '@domain/account/wording'
import { cloud } from '@/cloud/client'
import { useLoad, useSend } from '@/cloud/hooks'
import { askSession, useKnownSession } from '@/state/session'
import { useLang } from '@/i18n/lang'
import { Button, Card, Choice, Field, Label, Row, Section, Sheet } from '@/ui'
import { FailureNote, NotBound, Page, States } from '@/widgets'
import { goBack } from '@/device/navigate'
import { toast } from '@/device/platform'
import { showDay } from '@/i18n/when'
import { useTexts } from '../texts'

/** One of my houses: who lives in it, who wants to, and what the household tells its butler. */
export default function HousePage() {
  const t = useTexts()
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
    toast(t('decided'))
    await ties.reload()
  }
  if (!house)
    return (
      <Page title={t('houseTitle')} id="page-house">
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
                <Section title={t('requests')}>
                  {waiting.map(tie => (
                    <Card key={tie.id} tone="waiting" id={`tie-${tie.id}`}>
                      <TieWords tie={tie} />
                      <View className="pair">
                        <Button
                          id={`approve-${tie.id}`}
                          text={t('approve')}
                          busy={decide.busy}
                          onTap={async () => after(await decide.run(tie, true))}
                        />
                        <Button
                          id={`refuse-${tie.id}`}
                          kind="plain"
                          text={t('refuse')}
                          onTap={() => setRefusing(tie)}
                        />
                      </View>
                    </Card>
                  ))}
                  {decide.failure ? <FailureNote failure={decide.failure} /> : null}
                </Section>
              ) : null}
              <Section title={t('members')}>
                {living.length ? (
                  living.map(tie => (
                    <Card key={tie.id}>
                      <TieWords tie={tie} />
                      {tie.actions.includes('unbind') ? (
                        <Button
                          id={`end-${tie.id}`}
                          kind="quiet"
                          small
                          text={owner && tie.relation !== 'owner' ? t('remove') : t('leave')}
                          onTap={() => setEnding(tie)}
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
      <Profile houseId={house.id} />
    </Page>
  )
}

function TieWords({ tie }: { tie: BindingView }) {
  const t = useTexts()
  const lang = useLang()
  return (
    <>
      <Row
        title={tie.name}
        value={t(relationWords[tie.relation])}
        hint={[tie.phone, tie.until ? t('leaseEnds', { day: showDay(tie.until, lang) }) : '']
          .filter(Boolean)
          .join(' · ')}
      />
      {tie.status === 'pending' && !tie.phoneProven ? <Text className="quiet">{t('typedPhone')}</Text> : null}
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
  const t = useTexts()
  const [reason, setReason] = useState('')
  return (
    <Sheet id="refuse-sheet" title={t('refuse')} onClose={onClose}>
      <Field id="reason" label={t('whyNot')} value={reason} most={200} long onChange={setReason} />
      <Button
        id="send-refusal"
        text={t('refuse')}
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
  const t = useTexts()
  const end = useSend(requestId => cloud.account.unbind({ id: tie.id }, { requestId }))
  return (
    <Sheet
      id="end-sheet"
      title={mine ? t('reallyLeave') : t('reallyRemove', { name: tie.name })}
      onClose={onClose}
    >
      {end.failure ? <FailureNote failure={end.failure} /> : null}
      <Button
        id="really-end"
        kind="danger"
        text={mine ? t('leave') : t('remove')}
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
  const t = useTexts()
  const loaded = useLoad(() => cloud.account.household({ houseId }), [houseId])
  return (
    <Section title={t('profile')}>
      <Text className="quiet">{t('profileHint')}</Text>
      <States of={loaded} cards={1}>
        {household => (
          <ProfileForm key={household.updatedAt ?? ''} household={household} onSaved={loaded.put} />
        )}
      </States>
    </Section>
  )
}

function ProfileForm({ household, onSaved }: { household: Household; onSaved: (saved: Household) => void }) {
  const t = useTexts()
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
    <Label text={t(name)}>
      <Choice
        name={name}
        label={t(name)}
        columns={2}
        value={form[name] ? 'yes' : 'no'}
        options={[
          { value: 'yes', text: t('yes') },
          { value: 'no', text: t('no') },
        ]}
        onChange={value => change({ [name]: value === 'yes' })}
      />
    </Label>
  )
  const clock = (side: 'from' | 'to') => (
    <Label text={t(side)}>
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
        label={t('preferences')}
        hint={t('preferencesHint')}
        value={form.preferences}
        long
        onChange={preferences => change({ preferences })}
        optional
      />
      <Field
        id="pets"
        label={t('pets')}
        hint={t('petsHint')}
        value={form.pets}
        most={100}
        onChange={pets => change({ pets })}
        optional
      />
      {yesNo('elderly')}
      {yesNo('children')}
      <Label text={t('languages')}>
        <View className="choice">
          {languages.map(value => {
            const on = form.languages.includes(value)
            return (
              <Button
                key={value}
                id={`language-${value}`}
                small
                kind={on ? 'main' : 'plain'}
                text={t(value)}
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
      <Label text={t('quiet')}>
        <Text className="quiet">{t('quietHint')}</Text>
        <Choice
          name="quiet"
          label={t('quiet')}
          columns={2}
          value={form.quiet ? 'on' : 'off'}
          options={[
            { value: 'on', text: t('quietOn') },
            { value: 'off', text: t('quietOff') },
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
        text={t('save')}
        busy={save.busy}
        onTap={async () => {
          const saved = await save.run()
          if (!saved) return
          toast(t('saved'))
          onSaved(saved)
        }}
      />
    </View>
  )
}
