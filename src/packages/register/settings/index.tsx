import { Picker, Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { EstateSettings } from '@domain/account/contract'
import { cloud } from '@/cloud/client'
import { useLoad, useSend } from '@/cloud/hooks'
import { useKnownSession } from '@/state/session'
import { Button, Field, Label, Section } from '@/ui'
import { FormFailure, Page, States } from '@/widgets'
import { toast } from '@/device/platform'
import { useTexts } from '../texts'

/** The estate's working hours and service commitments. */
export default function SettingsPage() {
  useKnownSession()
  const t = useTexts()
  const loaded = useLoad(() => cloud.account.settings({}))
  return (
    <Page title={t('settingsTitle')} id="page-settings" who={['manager']}>
      <States of={loaded} cards={2}>
        {settings => <Form settings={settings} />}
      </States>
    </Page>
  )
}

const limits = [
  ['messageDays', 'messageDays'],
  ['peoplePerHouse', 'peoplePerHouse'],
] as const
const promises = [
  ['acceptWorkingMinutes', 'accept'],
  ['urgentOnSiteMinutes', 'onSite'],
  ['finishDays', 'finish'],
  ['verifyDays', 'verify'],
] as const

const complaint = [
  ['acknowledgeHours', 'acknowledgeHours'],
  ['answerDays', 'answerDays'],
  ['callBackHours', 'callBackHours'],
] as const
const consult = [['answerMinutes', 'answerMinutes']] as const

const gate = [
  ['keepDays', 'keepDays'],
  ['livePerHouse', 'livePerHouse'],
  ['overstayMinutes', 'overstayMinutes'],
  ['walkInHours', 'walkInHours'],
] as const

const parking = [
  ['carsPerHouse', 'carsPerHouse'],
  ['motorcyclesPerHouse', 'motorcyclesPerHouse'],
  ['bicyclesPerHouse', 'bicyclesPerHouse'],
  ['remindDays', 'remindDays'],
  ['graceDays', 'graceDays'],
  ['temporaryDays', 'temporaryDays'],
] as const

const perPerson = [
  ['repairsPerHour', 'repairsPerHour'],
  ['complaintsPerHour', 'complaintsPerHour'],
  ['messagesPerHour', 'messagesPerHour'],
  ['passesPerDay', 'passesPerDay'],
  ['signUpsPerEvent', 'signUpsPerEvent'],
  ['uploadsPerHour', 'uploadsPerHour'],
] as const

const entered = [
  ['greenCover', 'greenCover'],
  ['facilities', 'facilities'],
  ['facilitiesInOrder', 'facilitiesInOrder'],
] as const

const numbersOf = (fields: readonly (readonly [string, string])[], numbers: Record<string, string>) =>
  Object.fromEntries(fields.map(([field]) => [field, Number(numbers[field])]))

function Form({ settings }: { settings: EstateSettings }) {
  const t = useTexts()
  const [phone, setPhone] = useState(settings.phone)
  const [periods, setPeriods] = useState(settings.hours.periods)
  const [numbers, setNumbers] = useState<Record<string, string>>({
    ...Object.fromEntries(promises.map(([field]) => [field, String(settings.repair[field])])),
    ...Object.fromEntries(limits.map(([field]) => [field, String(settings.account[field])])),
    ...Object.fromEntries(complaint.map(([field]) => [field, String(settings.complaint[field])])),
    ...Object.fromEntries(consult.map(([field]) => [field, String(settings.consult[field])])),
    ...Object.fromEntries(entered.map(([field]) => [field, String(settings.desk[field])])),
    ...Object.fromEntries(parking.map(([field]) => [field, String(settings.parking[field])])),
    ...Object.fromEntries(perPerson.map(([field]) => [field, String(settings.limits[field])])),
    ...Object.fromEntries(gate.map(([field]) => [field, String(settings.visitor[field])])),
  })
  const [statementOn, setStatementOn] = useState(settings.desk.statementOn)
  const save = useSend(requestId =>
    cloud.account.updateSettings(
      {
        phone: phone.trim(),
        hours: { ...settings.hours, periods },
        repair: numbersOf(promises, numbers),
        complaint: numbersOf(complaint, numbers),
        consult: numbersOf(consult, numbers),
        account: numbersOf(limits, numbers),
        visitor: numbersOf(gate, numbers),
        parking: numbersOf(parking, numbers),
        limits: numbersOf(perPerson, numbers),
        desk: {
          ...(numbersOf(entered, numbers) as Record<(typeof entered)[number][0], number>),
          statementOn,
        },
      },
      { requestId },
    ),
  )
  const wrong = (field: string): string | undefined => save.failure?.fields?.[field]
  const number = (field: string, label: string, path: string) => (
    <Field
      key={field}
      id={field}
      type="number"
      label={label}
      value={numbers[field] ?? ''}
      most={5}
      onChange={value => setNumbers({ ...numbers, [field]: value })}
      wrong={wrong(path)}
    />
  )
  return (
    <>
      <View className="card">
        <Field
          id="office"
          label={t('office')}
          value={phone}
          most={20}
          onChange={setPhone}
          wrong={wrong('phone')}
        />
        {periods.map((period, n) => (
          <Label key={n} text={t(n === 0 ? 'morning' : 'afternoon')} wrong={wrong(`hours.periods.${n}`)}>
            <View className="pair">
              {(['from', 'to'] as const).map(side => (
                <View key={side} className="pair-part">
                  <Picker
                    mode="time"
                    value={period[side]}
                    onChange={event =>
                      setPeriods(
                        periods.map((each, at) =>
                          at === n ? { ...each, [side]: event.detail.value } : each,
                        ),
                      )
                    }
                  >
                    <View className="input input-picked">
                      <Text className="input-inner">
                        {t(side === 'from' ? 'hoursFrom' : 'hoursTo')} {period[side]}
                      </Text>
                    </View>
                  </Picker>
                </View>
              ))}
            </View>
          </Label>
        ))}
      </View>
      <Section title={t('promises')}>
        <View className="card">
          {promises.map(([field, key]) => number(field, t(key), `repair.${field}`))}
          {complaint.map(([field, key]) => number(field, t(key), `complaint.${field}`))}
          {consult.map(([field, key]) => number(field, t(key), `consult.${field}`))}
          {limits.map(([field, key]) => number(field, t(key), `account.${field}`))}
        </View>
      </Section>
      <Section title={t('visitors')}>
        <View className="card">{gate.map(([field, key]) => number(field, t(key), `visitor.${field}`))}</View>
      </Section>
      <Section title={t('vehicles')}>
        <View className="card">
          {parking.map(([field, key]) => number(field, t(key), `parking.${field}`))}
        </View>
      </Section>
      <Section title={t('fairUse')}>
        <View className="card">
          <Text className="quiet hint">{t('fairUseHint')}</Text>
          {perPerson.map(([field, key]) => number(field, t(key), `limits.${field}`))}
        </View>
      </Section>
      <Section title={t('entered')}>
        <View className="card">
          {entered.map(([field, key]) => number(field, t(key), `desk.${field}`))}
          <Field
            id="statementOn"
            optional
            label={t('statementOn')}
            hint="2026-06-30"
            value={statementOn}
            most={10}
            wrong={wrong('desk.statementOn')}
            onChange={setStatementOn}
          />
        </View>
      </Section>
      <FormFailure failure={save.failure} />
      <Button
        id="save-settings"
        text={t('save')}
        busy={save.busy}
        onTap={async () => {
          if (await save.run()) toast(t('saved'))
        }}
      />
    </>
  )
}
