import { Text, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import type { EventView } from '@domain/event/contract'
import { relations } from '@domain/kernel/people'
import { useDraft } from '@/state/draft'
import { useSend } from '@/cloud/hooks'
import { Button, Field, Label } from '@/ui'
import { FailureNote, Page } from '@/widgets'
import { AudienceField } from '@/widgets/audience-field'
import { PhotoPicker } from '@/widgets/photo-picker'
import { toast } from '@/device/platform'
import { deskPosts } from '../lib/desk'
import { useTexts } from '../texts'
import { MapPoint } from './map-point'
import { MomentField } from './moment-field'
import { onDay, wrongIn, type Draft } from './plan'

interface Props {
  title: string
  /** Storage key of the draft on the phone. */
  name: string
  first: Draft
  /** Not published yet: it can also be saved as a draft. */
  fresh: boolean
  send: (draft: Draft, requestId: string, asDraft: boolean) => Promise<EventView>
  onSent: (event: EventView) => void
}

/** The form of an event, on one page. */
export function EventForm({ title, name, first, fresh, send, onSent }: Props) {
  const t = useTexts()
  const start = useRef(first).current
  const [draft, keep, clear] = useDraft<Draft>(name, start)
  const [restored, setRestored] = useState(() => JSON.stringify(draft) !== JSON.stringify(start))
  const [checked, setChecked] = useState(false)
  const [uploading, setUploading] = useState(false)
  const sending = useSend((requestId, asDraft: boolean) => send(draft, requestId, asDraft), name)
  // A failure disappears as soon as a field has changed.
  const patch = (change: Partial<Draft>) => {
    sending.clear()
    keep(change)
  }
  const before = fresh ? undefined : start
  const wrong = checked ? wrongIn(draft, Date.now(), before) : {}
  const fields = sending.failure?.fields ?? {}
  const at = (field: string): string | undefined => {
    const own = wrong[field as keyof typeof wrong]
    return own ? t(own) : fields[field]
  }
  const tap = async (asDraft: boolean) => {
    setChecked(true)
    const [problem] = Object.values(wrongIn(draft, Date.now(), before))
    if (problem) return toast(t(problem))
    const event = await sending.run(asDraft)
    if (!event) return
    clear()
    onSent(event)
  }
  const startOver = () => {
    clear()
    setRestored(false)
    setChecked(false)
  }
  const main = uploading ? t('waitPhotos') : t(fresh ? 'doPublish' : 'save')
  return (
    <Page
      title={title}
      id="page-event-edit"
      who={deskPosts}
      foot={
        <View className="buttons">
          {fresh ? (
            <Button
              id="save-draft"
              kind="plain"
              text={t('saveDraft')}
              disabled={uploading || sending.busy}
              onTap={() => tap(true)}
            />
          ) : null}
          <Button
            id="send-event"
            text={main}
            busy={sending.busy}
            disabled={uploading}
            onTap={() => tap(false)}
          />
        </View>
      }
    >
      {restored ? <Restored onStartOver={startOver} /> : null}
      <What draft={draft} patch={patch} at={at} onBusy={setUploading} />
      <When draft={draft} patch={patch} at={at} />
      <Seats draft={draft} patch={patch} at={at} />
      <AudienceField
        value={draft.audience}
        roles={relations}
        wrong={at('audience') ?? fields['audience.ids']}
        onChange={audience => patch({ audience })}
      />
      {sending.failure ? <FailureNote failure={sending.failure} /> : null}
    </Page>
  )
}

function Restored({ onStartOver }: { onStartOver: () => void }) {
  const t = useTexts()
  return (
    <View className="restored" id="restored">
      <Text className="restored-words">{t('restored')}</Text>
      <Button id="start-over" kind="quiet" small text={t('startOver')} onTap={onStartOver} />
    </View>
  )
}

interface PartProps {
  draft: Draft
  patch: (change: Partial<Draft>) => void
  at: (field: string) => string | undefined
}

function What({ draft, patch, at, onBusy }: PartProps & { onBusy: (busy: boolean) => void }) {
  const t = useTexts()
  const cover = useRef(draft.cover)
  cover.current = draft.cover
  return (
    <>
      <Field
        id="title"
        label={t('name')}
        hint={t('nameHint')}
        value={draft.title}
        most={40}
        wrong={at('title')}
        onChange={title => patch({ title })}
      />
      <Field
        id="body"
        long
        label={t('body')}
        hint={t('bodyHint')}
        value={draft.body}
        most={2000}
        wrong={at('body')}
        onChange={body => patch({ body })}
      />
      <Field
        id="place"
        label={t('where')}
        hint={t('whereHint')}
        value={draft.place}
        most={60}
        wrong={at('place')}
        onChange={place => patch({ place })}
      />
      <MapPoint draft={draft} patch={patch} />
      {draft.english ? (
        <>
          <Field
            id="title-en"
            optional
            label={t('nameEn')}
            value={draft.titleEn}
            most={80}
            wrong={at('titleEn')}
            onChange={titleEn => patch({ titleEn })}
          />
          <Field
            id="body-en"
            optional
            long
            label={t('bodyEn')}
            value={draft.bodyEn}
            most={4000}
            wrong={at('bodyEn')}
            onChange={bodyEn => patch({ bodyEn })}
          />
          <Field
            id="place-en"
            optional
            label={t('whereEn')}
            value={draft.placeEn}
            most={120}
            wrong={at('placeEn')}
            onChange={placeEn => patch({ placeEn })}
          />
        </>
      ) : (
        <View className="after-field">
          <Button
            id="add-english"
            kind="quiet"
            icon="plus"
            text={t('addEnglish')}
            onTap={() => patch({ english: true })}
          />
        </View>
      )}
      <Label text={t('cover')} optional wrong={at('cover')}>
        <PhotoPicker
          most={1}
          value={draft.cover}
          onBusy={onBusy}
          onChange={change => {
            cover.current = change(cover.current)
            patch({ cover: cover.current })
          }}
        />
      </Label>
    </>
  )
}

function When({ draft, patch, at }: PartProps) {
  const t = useTexts()
  return (
    <>
      <MomentField
        id="start"
        label={t('starts')}
        date={draft.startDate}
        time={draft.startTime}
        wrong={at('startsAt')}
        onDate={date => patch(onDay(draft, date))}
        onTime={startTime => patch({ startTime })}
      />
      <MomentField
        id="end"
        label={t('ends')}
        date={draft.endDate}
        time={draft.endTime}
        wrong={at('endsAt')}
        onDate={endDate => patch({ endDate })}
        onTime={endTime => patch({ endTime })}
      />
      <MomentField
        id="until"
        label={t('until')}
        date={draft.untilDate}
        time={draft.untilTime}
        wrong={at('signUpUntil')}
        onDate={untilDate => patch({ untilDate })}
        onTime={untilTime => patch({ untilTime })}
      />
    </>
  )
}

function Seats({ draft, patch, at }: PartProps) {
  const t = useTexts()
  return (
    <>
      <Field
        id="capacity"
        type="number"
        label={t('capacity')}
        hint={t('capacityHint')}
        value={draft.capacity}
        most={4}
        wrong={at('capacity')}
        onChange={capacity => patch({ capacity })}
      />
      <View className="pair seats-pair">
        <Field
          id="per-house"
          type="number"
          optional
          label={t('perHouse')}
          hint={t('perHouseHint')}
          value={draft.perHouse}
          most={2}
          wrong={at('perHouse')}
          onChange={perHouse => patch({ perHouse })}
        />
        <Field
          id="party-most"
          type="number"
          label={t('partyMost')}
          value={draft.partyMost}
          most={2}
          wrong={at('partyMost')}
          onChange={partyMost => patch({ partyMost })}
        />
      </View>
    </>
  )
}
