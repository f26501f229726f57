import { Picker, Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { PassView } from '@domain/visitor/contract'
import { cloud } from '@/cloud/client'
import { askConsent } from '@/state/consent'
import { useDraft } from '@/state/draft'
import { useLoad, useSend } from '@/cloud/hooks'
import { useKnownSession } from '@/state/session'
import { useLang } from '@/i18n/lang'
import { Button, Choice, Field, Icon, Label } from '@/ui'
import { FailureNote, NotBound, Page, States } from '@/widgets'
import { PlateField } from '@/ui/plate-field'
import { control } from '@/ui/control'
import { toast } from '@/device/platform'
import { estateDayAhead, estateInstant, showDay } from '@/i18n/when'
import { useTexts, type VisitorText } from '../texts'
import { asLast, blank, missing, parts, toInput, type Draft } from './plan'

const daysAhead = [0, 1, 2, 3, 4, 5, 6]
/** So many guests of the last times are one tap away. */
const recentShown = 6

/** From the name to the pass in one screen: everything else has a first guess. */
export default function IssuePage() {
  const t = useTexts()
  const lang = useLang()
  const me = useKnownSession()
  const again = useRouter().params.again
  const [draft, patch, clear] = useDraft<Draft>('visitor', blank)
  const [checked, setChecked] = useState(false)
  const houses = me.data?.houses ?? []
  const houseId =
    houses.find(house => house.id === draft.houseId)?.id ?? (houses.length === 1 ? houses[0]!.id : '')
  const create = useSend(
    (requestId, now: number) => cloud.visitor.create(toInput(draft, houseId, now), { requestId }),
    'visitor',
  )
  const wrong = checked ? missing(draft, houseId, Date.now()) : {}
  const fields = create.failure?.fields
  const problem = (field: keyof typeof wrong): string | undefined =>
    wrong[field] ? t(wrong[field]) : fields?.[field]

  useEffect(() => {
    if (again)
      void cloud.visitor
        .get({ id: again })
        .then(pass => patch(asLast(pass)))
        .catch(() => undefined)
  }, [again])

  const tap = async () => {
    setChecked(true)
    const found = Object.values(missing(draft, houseId, Date.now()))
    if (found.length) return toast(t(found[0]!))
    askConsent('visitorNews')
    const pass = await create.run(Date.now())
    if (!pass) return
    clear()
    toast(t('issued'))
    void Taro.redirectTo({ url: `/packages/visitor/pass/index?id=${pass.id}` })
  }

  if (!me.data)
    return (
      <Page title={t('issueTitle')} id="page-issue">
        <States of={me} cards={3}>
          {() => null}
        </States>
      </Page>
    )
  if (!houses.length)
    return (
      <Page title={t('issueTitle')} id="page-issue">
        <NotBound />
      </Page>
    )
  return (
    <Page
      title={t('issueTitle')}
      id="page-issue"
      foot={<Button id="issue" text={t('issue')} busy={create.busy} onTap={tap} />}
    >
      <Recent onChoose={pass => patch(asLast(pass))} />
      <Field
        id="visitor-name"
        label={t('who')}
        hint={t('whoHint')}
        value={draft.name}
        most={20}
        wrong={problem('name')}
        onChange={name => patch({ name })}
      />
      {houses.length > 1 ? (
        <Label text={t('whichHouse')} wrong={problem('houseId')}>
          <Choice
            name="house"
            label={t('whichHouse')}
            value={houseId}
            options={houses.map(house => ({ value: house.id, text: t('houseNo', { code: house.code }) }))}
            onChange={id => patch({ houseId: id })}
          />
        </Label>
      ) : null}
      <Label text={t('howOften')}>
        <Choice
          name="kind"
          label={t('howOften')}
          value={draft.kind}
          options={(['once', 'multi', 'recurring'] as const).map(value => ({ value, text: t(value) }))}
          onChange={kind => patch({ kind })}
        />
      </Label>
      {draft.kind === 'once' ? (
        <>
          <Label text={t('whichDay')} wrong={problem('to')}>
            <Choice
              name="day"
              label={t('whichDay')}
              value={draft.day}
              options={daysAhead.map(ahead => ({
                value: String(ahead),
                text: showDay(estateInstant(estateDayAhead(ahead), '12:00'), lang),
              }))}
              onChange={day => patch({ day })}
            />
          </Label>
          <Label text={t('whichTime')}>
            <Choice
              name="part"
              label={t('whichTime')}
              columns={2}
              value={draft.part}
              options={parts.map(value => ({ value, text: t(value) }))}
              onChange={part => patch({ part })}
            />
          </Label>
        </>
      ) : null}
      {draft.kind === 'multi' ? (
        <>
          <Label text={t('howLong')} wrong={problem('to')}>
            <Choice
              name="days"
              label={t('howLong')}
              columns={2}
              value={draft.days}
              options={['3', '7', '30', '90'].map(value => ({ value, text: t('nDays', { n: value }) }))}
              onChange={days => patch({ days })}
            />
          </Label>
          <Field
            id="times"
            type="number"
            label={t('times')}
            value={draft.times}
            most={3}
            wrong={problem('uses')}
            onChange={times => patch({ times })}
          />
        </>
      ) : null}
      {draft.kind === 'recurring' ? (
        <Regular draft={draft} patch={patch} wrong={problem('weekdays')} wrongTo={problem('to')} />
      ) : null}
      <Label text={t('people')} wrong={fields?.party}>
        <Choice
          name="party"
          label={t('people')}
          value={draft.party}
          options={['1', '2', '3', '4', '5', '6'].map(value => ({ value, text: value }))}
          onChange={party => patch({ party })}
        />
      </Label>
      {draft.details ? (
        <>
          <PlateField
            id="plate"
            optional
            label={t('plate')}
            value={draft.plate}
            wrong={problem('plate')}
            onChange={plate => patch({ plate })}
          />
          <Field
            id="phone"
            optional
            type="number"
            label={t('phone')}
            hint={t('phoneHint')}
            value={draft.phone}
            most={11}
            wrong={fields?.phone}
            onChange={phone => patch({ phone })}
          />
          <Field
            id="note"
            optional
            label={t('note')}
            hint={t('noteHint')}
            value={draft.note}
            most={100}
            wrong={fields?.note}
            onChange={note => patch({ note })}
          />
        </>
      ) : (
        <Button
          id="details"
          kind="quiet"
          icon="plus"
          text={t('moreDetails')}
          onTap={() => patch({ details: true })}
        />
      )}
      {create.failure ? <FailureNote failure={create.failure} /> : null}
    </Page>
  )
}

/** Favourites first, then those of the last times, each guest once. */
function Recent({ onChoose }: { onChoose: (pass: PassView) => void }) {
  const t = useTexts()
  const recent = useLoad(async () => {
    const [starred, mine] = await Promise.all([
      cloud.visitor.list({ scope: 'starred', limit: recentShown }),
      cloud.visitor.list({ limit: 20 }),
    ])
    const all = [...starred.items, ...mine.items].filter(pass => pass.kind !== 'walkIn')
    return all.filter((pass, n) => all.findIndex(one => one.name === pass.name) === n).slice(0, recentShown)
  })
  if (!recent.data?.length) return null
  return (
    <Label text={t('asLast')}>
      <View className="choice">
        {recent.data.map(pass => (
          <View
            key={pass.id}
            className="chip"
            hoverClass="pressed"
            {...control('button', {
              label: `${t('asLast')}: ${pass.name}`,
              id: `as-last-${pass.id}`,
              onTap: () => onChoose(pass),
            })}
          >
            {pass.starred ? <Icon name="star" /> : null}
            <Text className="chip-text">{pass.name}</Text>
          </View>
        ))}
      </View>
    </Label>
  )
}

interface RegularProps {
  draft: Draft
  patch: (change: Partial<Draft>) => void
  wrong: string | undefined
  wrongTo: string | undefined
}

function Regular({ draft, patch, wrong, wrongTo }: RegularProps) {
  const t = useTexts()
  const toggle = (day: number) =>
    patch({
      weekdays: draft.weekdays.includes(day)
        ? draft.weekdays.filter(one => one !== day)
        : [...draft.weekdays, day].sort(),
    })
  return (
    <>
      <Label text={t('weekdays')} wrong={wrong}>
        <View className="choice">
          {[1, 2, 3, 4, 5, 6, 7].map(day => {
            const on = draft.weekdays.includes(day)
            const name = t(`d${day}` as VisitorText)
            return (
              <View
                key={day}
                className={`chip${on ? ' chip-on' : ''}`}
                hoverClass="pressed"
                {...control('checkbox', {
                  label: name,
                  checked: on,
                  id: `weekday-${day}`,
                  onTap: () => toggle(day),
                })}
              >
                <Text className="chip-text">{name}</Text>
              </View>
            )
          })}
        </View>
      </Label>
      <Label text={t('hours')}>
        <View className="pair">
          {(['from', 'to'] as const).map(side => (
            <View key={side} className="pair-part">
              <Picker
                mode="time"
                value={draft[side]}
                onChange={event => patch({ [side]: event.detail.value })}
              >
                <View className="input input-picked">
                  <Text className="input-inner">
                    {t(side)} {draft[side]}
                  </Text>
                </View>
              </Picker>
            </View>
          ))}
        </View>
      </Label>
      <Label text={t('howLong')} wrong={wrongTo}>
        <Choice
          name="months"
          label={t('howLong')}
          value={draft.months}
          options={['1', '3', '6'].map(value => ({ value, text: t('nMonths', { n: value }) }))}
          onChange={months => patch({ months })}
        />
      </Label>
    </>
  )
}
