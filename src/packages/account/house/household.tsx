import { Picker, Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Household } from '@domain/account/contract'
import { cloud } from '@/cloud/client'
import { useLoad, useSend } from '@/cloud/hooks'
import { toast } from '@/device/platform'
import { Button, Choice, Field, Label, Section } from '@/ui'
import { FailureNote, States } from '@/widgets'
import { useTexts } from '../texts'

const languages = ['zh', 'en', 'ja', 'ko', 'other'] as const

/** The household profile that residents fill in for their butler. */
export function HouseholdProfile({ houseId }: { houseId: string }) {
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
