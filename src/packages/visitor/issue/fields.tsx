import { Picker, Text, View } from '@tarojs/components'
import { useLang } from '@/i18n/lang'
import { estateDayAhead, estateInstant, showDay } from '@/i18n/when'
import { Button, Choice, Field, Label } from '@/ui'
import { control } from '@/ui/control'
import { PlateField } from '@/ui/plate-field'
import { useTexts } from '../texts'
import { parts, type Draft } from './plan'

const daysAhead = [0, 1, 2, 3, 4, 5, 6]
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

interface Props {
  draft: Draft
  patch: (change: Partial<Draft>) => void
  /** The error text of a field. */
  problem: (field: string) => string | undefined
}

/** When the pass admits: one day, several times within some days, or regularly. */
export function WhenFields(props: Props) {
  if (props.draft.kind === 'once') return <Once {...props} />
  return props.draft.kind === 'multi' ? <SeveralTimes {...props} /> : <Regular {...props} />
}

function Once({ draft, patch, problem }: Props) {
  const t = useTexts()
  const lang = useLang()
  return (
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
  )
}

function SeveralTimes({ draft, patch, problem }: Props) {
  const t = useTexts()
  return (
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
  )
}

function Regular({ draft, patch, problem }: Props) {
  const t = useTexts()
  const toggle = (day: number) =>
    patch({
      weekdays: draft.weekdays.includes(day)
        ? draft.weekdays.filter(each => each !== day)
        : [...draft.weekdays, day].sort(),
    })
  return (
    <>
      <Label text={t('weekdays')} wrong={problem('weekdays')}>
        <View className="choice">
          {weekdays.map(day => {
            const on = draft.weekdays.includes(day)
            const name = t(`d${day}`)
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
      <Label text={t('howLong')} wrong={problem('to')}>
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

/** Plate, phone and a note for the guard: behind a button, because most passes have none. */
export function DetailFields({ draft, patch, problem }: Props) {
  const t = useTexts()
  if (!draft.details)
    return (
      <Button
        id="details"
        kind="quiet"
        icon="plus"
        text={t('moreDetails')}
        onTap={() => patch({ details: true })}
      />
    )
  return (
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
        wrong={problem('phone')}
        onChange={phone => patch({ phone })}
      />
      <Field
        id="note"
        optional
        label={t('note')}
        hint={t('noteHint')}
        value={draft.note}
        most={100}
        wrong={problem('note')}
        onChange={note => patch({ note })}
      />
    </>
  )
}
