import { Text, View } from '@tarojs/components'
import type { Session } from '@domain/account/contract'
import { categoryWords } from '@domain/repair/wording'
import { useLang } from '@/i18n/lang'
import { estateDayAhead, estateInstant, showDay } from '@/i18n/when'
import { Choice, Field, Icon, Label } from '@/ui'
import { HouseField } from '@/widgets/house-field'
import { useTexts } from '../texts'
import { categoriesOf, daysAhead, stillOpen, windows, type Draft } from './draft'

interface Props {
  draft: Draft
  patch: (change: Partial<Draft>) => void
  /** The error text of a field. */
  at: (field: keyof Draft) => string | undefined
}

/** At home or in a public area; in which house, for a reader with several. */
export function WhereFields({
  draft,
  patch,
  at,
  houses,
  houseId,
}: Props & { houses: Session['houses']; houseId: string }) {
  const t = useTexts()
  return (
    <>
      <Label text={t('where')}>
        <Choice
          name="place"
          label={t('where')}
          columns={2}
          value={draft.place}
          options={[
            { value: 'house', text: t('placeHouse'), icon: 'home' },
            { value: 'public', text: t('placePublic'), icon: 'building' },
          ]}
          onChange={place =>
            patch({
              place,
              category: draft.category && categoriesOf(place).includes(draft.category) ? draft.category : '',
            })
          }
        />
      </Label>
      {houses.length > 1 && draft.place === 'house' ? (
        <View id="field-houseId">
          <HouseField
            label={t('whichHouse')}
            houses={houses}
            value={houseId}
            wrong={at('houseId')}
            onChange={houseId => patch({ houseId })}
          />
        </View>
      ) : null}
    </>
  )
}

/** What is broken, with a warning where it is dangerous, and how urgent it is. */
export function WhatFields({ draft, patch, at }: Props) {
  const t = useTexts()
  return (
    <>
      <View id="field-category">
        <Label text={t('what')} wrong={at('category')}>
          <Choice
            name="category"
            label={t('what')}
            columns={3}
            value={draft.category || undefined}
            options={categoriesOf(draft.place).map(value => ({
              value,
              text: t(categoryWords[value]),
              icon: value,
            }))}
            onChange={category => patch({ category })}
          />
        </Label>
      </View>
      {draft.category === 'gas' || draft.category === 'lift' ? (
        <View className="notice">
          <Icon name="alert" />
          <Text>{t(draft.category === 'gas' ? 'gasWarning' : 'liftWarning')}</Text>
        </View>
      ) : null}
      <Label text={t('urgency')}>
        <Choice
          name="urgency"
          label={t('urgency')}
          columns={2}
          value={draft.urgency}
          options={[
            { value: 'normal', text: t('normal'), icon: 'clock' },
            { value: 'urgent', text: t('urgent'), icon: 'bolt' },
          ]}
          onChange={urgency => patch({ urgency })}
        />
        {draft.urgency === 'urgent' ? <Text className="quiet hint">{t('urgentHint')}</Text> : null}
      </Label>
    </>
  )
}

export function DescriptionFields({ draft, patch, at }: Props) {
  const t = useTexts()
  return (
    <>
      <View id="field-facility">
        <Field
          id="facility"
          label={t('facility')}
          value={draft.facility}
          most={40}
          optional={draft.place === 'house'}
          hint={t(draft.place === 'house' ? 'facilityHouse' : 'facilityPublic')}
          wrong={at('facility')}
          onChange={facility => patch({ facility })}
        />
      </View>
      <View id="field-description">
        <Field
          id="description"
          long
          label={t('describe')}
          value={draft.description}
          most={500}
          hint={t('describeHint')}
          wrong={at('description')}
          onChange={description => patch({ description })}
        />
      </View>
    </>
  )
}

/** When a technician can come; an urgent repair has no appointment. */
export function AppointmentFields({
  draft,
  patch,
  at,
  refused,
}: Props & { refused: Record<string, string> | undefined }) {
  const t = useTexts()
  const lang = useLang()
  return (
    <View id="field-window">
      <Label text={t('appointment')} optional wrong={refused?.appointment}>
        <Choice
          name="day"
          label={t('appointment')}
          value={draft.day || 'any'}
          options={[
            { value: 'any', text: t('anyTime') },
            ...daysAhead
              .map(ahead => estateDayAhead(ahead))
              .filter(day => windows.some(window => stillOpen(day, window)))
              .map(day => ({ value: day, text: showDay(estateInstant(day, '12:00'), lang) })),
          ]}
          onChange={day => patch(day === 'any' ? { day: '', window: '' } : { day })}
        />
      </Label>
      {draft.day ? (
        <Label text={t('timeWindow')} wrong={at('window')}>
          <Choice
            name="window"
            label={t('timeWindow')}
            columns={2}
            value={draft.window}
            options={windows
              .filter(window => stillOpen(draft.day, window))
              .map(window => ({ value: window, text: window.replace('-', '–') }))}
            onChange={window => patch({ window })}
          />
        </Label>
      ) : null}
    </View>
  )
}
