import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { Session } from '@domain/account/contract'
import type { Input } from '@domain/contract'
import { categories, type Category } from '@domain/complaint/kinds'
import { categoryWords } from '@domain/complaint/wording'
import { cloud } from '@/cloud/client'
import { askConsent } from '@/state/consent'
import { useDraft } from '@/state/draft'
import { useLoad, useSend } from '@/cloud/hooks'
import { useKnownSession } from '@/state/session'
import { Button, Choice, Field, Icon, Label, Row } from '@/ui'
import { FormFailure, NotBound, Page, States } from '@/widgets'
import { HouseField } from '@/widgets/house-field'
import { PhotoPicker, type Photo } from '@/widgets/photo-picker'
import { toast } from '@/device/platform'
import { useTexts } from '../texts'
import { VoiceField, type Voice } from '../voice'

interface Draft {
  category: Category | ''
  content: string
  where: string
  person: string
  houseId: string
  anonymous: 'yes' | 'no'
  photos: Photo[]
  voice: Voice | null
}
const blank: Draft = {
  category: '',
  content: '',
  where: '',
  person: '',
  houseId: '',
  anonymous: 'no',
  photos: [],
  voice: null,
}

function toInput(
  draft: Draft,
  category: Category,
  houseId: string,
  order: string | undefined,
): Input<'complaint', 'submit'> {
  const input: Input<'complaint', 'submit'> = { category, anonymous: draft.anonymous === 'yes' }
  if (draft.content.trim()) input.content = draft.content.trim()
  if (draft.voice) input.voice = { fileID: draft.voice.fileID, seconds: draft.voice.seconds }
  if (houseId) input.houseId = houseId
  if (draft.photos.length) input.photos = draft.photos.map(photo => photo.fileID)
  if (order) input.about = { kind: 'repair', id: order }
  else if (category === 'person' && draft.person) input.about = { kind: 'person', id: draft.person }
  else if (category !== 'person' && draft.where.trim())
    input.about = { kind: category === 'charge' ? 'charge' : 'place', text: draft.where.trim() }
  return input
}

/** A text, a voice note or a photo: one of them is enough. */
const isSaid = ({ content, voice, photos }: Draft): boolean =>
  content.trim() !== '' || voice !== null || photos.length > 0

/** A complaint on one screen, with the resident's name or without. */
export default function SubmitPage() {
  const t = useTexts()
  const me = useKnownSession()
  if (me.data?.houses.length) return <Submit houses={me.data.houses} />
  return (
    <Page title={t('submitTitle')} id="page-complain">
      {me.data ? (
        <NotBound />
      ) : (
        <States of={me} cards={3}>
          {() => null}
        </States>
      )}
    </Page>
  )
}

const chosenOrFirst = (houses: Session['houses'], chosen: string): string =>
  (houses.find(house => house.id === chosen) ?? houses[0])?.id ?? ''

function Submit({ houses }: { houses: Session['houses'] }) {
  const t = useTexts()
  const { order, no = '' } = useRouter().params
  const [draft, patch, clear] = useDraft<Draft>('complaint', { ...blank, category: order ? 'repair' : '' })
  const [checked, setChecked] = useState(false)
  const [uploading, setUploading] = useState(false)
  const [recording, setRecording] = useState(false)
  const photos = useRef(draft.photos)
  photos.current = draft.photos
  const houseId = chosenOrFirst(houses, draft.houseId)
  const submit = useSend(
    (requestId, category: Category) =>
      cloud.complaint.submit(toInput(draft, category, houseId, order), { requestId }),
    'complaint',
  )
  const fields = submit.failure?.fields
  const isAnonymous = draft.anonymous === 'yes'
  const said = isSaid(draft)
  /** What is missing, once the resident has tried to send; else what the server refused. */
  const wrongOf = (field: keyof Draft, missing: 'needCategory' | 'needContent' | false) =>
    checked && missing ? t(missing) : fields?.[field]
  const tap = async () => {
    setChecked(true)
    if (!draft.category) return toast(t('needCategory'))
    if (recording) return toast(t('waitVoice'))
    if (!said) return toast(t('needContent'))
    if (!isAnonymous) askConsent('complaintNews')
    const made = await submit.run(draft.category)
    if (!made) return
    clear()
    toast(t('sent'))
    void Taro.redirectTo({ url: `/packages/complaint/complaint/index?id=${made.id}` })
  }
  return (
    <Page
      title={t('submitTitle')}
      id="page-complain"
      foot={
        <Button
          id="send-complaint"
          text={uploading ? t('waitPhotos') : t('send')}
          busy={submit.busy}
          disabled={uploading}
          onTap={tap}
        />
      }
    >
      <Promised />
      {order ? <OrderRow no={no} isAnonymous={isAnonymous} /> : null}
      <Label text={t('what')} wrong={wrongOf('category', !draft.category && 'needCategory')}>
        <Choice
          name="category"
          label={t('what')}
          value={draft.category || undefined}
          options={categories.map(value => ({ value, text: t(categoryWords[value]) }))}
          onChange={category => patch({ category })}
        />
      </Label>
      {order ? null : <About draft={draft} patch={patch} />}
      <Field
        id="content"
        long
        label={t('describe')}
        hint={t('describeHint')}
        value={draft.content}
        most={1000}
        wrong={wrongOf('content', !said && 'needContent')}
        onChange={content => patch({ content })}
      />
      <VoiceField value={draft.voice} onBusy={setRecording} onChange={voice => patch({ voice })} />
      <Label text={t('photos')} optional wrong={fields?.photos}>
        <PhotoPicker
          value={draft.photos}
          onBusy={setUploading}
          onChange={change => {
            photos.current = change(photos.current)
            patch({ photos: photos.current })
          }}
        />
      </Label>
      {isAnonymous ? null : (
        <HouseField
          label={t('house')}
          houses={houses}
          value={houseId}
          wrong={undefined}
          onChange={houseId => patch({ houseId })}
        />
      )}
      <Anonymous value={draft.anonymous} onChange={anonymous => patch({ anonymous })} />
      <FormFailure failure={submit.failure} />
    </Page>
  )
}

/** The times within which the estate answers a complaint. */
function Promised() {
  const t = useTexts()
  const promises = useLoad(() => cloud.complaint.promises({})).data
  if (!promises) return null
  return (
    <View className="notice">
      <Icon name="phone" />
      <Text>{t('promise', { hours: promises.acknowledgeHours, days: promises.answerDays })}</Text>
    </View>
  )
}

function OrderRow({ no, isAnonymous }: { no: string; isAnonymous: boolean }) {
  const t = useTexts()
  return (
    <View className="card card-list">
      <Row
        icon="wrench"
        title={t('aboutOrder', { no })}
        {...(isAnonymous ? { hint: t('sealedOrder') } : {})}
      />
    </View>
  )
}

/** The person, charge or place that a complaint is about, when it is not about a repair order. */
function About({ draft, patch }: { draft: Draft; patch: (change: Partial<Draft>) => void }) {
  const t = useTexts()
  if (draft.category === 'person')
    return <Person value={draft.person} onChange={person => patch({ person })} />
  const isCharge = draft.category === 'charge'
  return (
    <Field
      id="about"
      optional
      label={t(isCharge ? 'charge' : 'where')}
      hint={t(isCharge ? 'chargeHint' : 'whereHint')}
      value={draft.where}
      most={100}
      onChange={where => patch({ where })}
    />
  )
}

function Anonymous({
  value,
  onChange,
}: {
  value: Draft['anonymous']
  onChange: (value: Draft['anonymous']) => void
}) {
  const t = useTexts()
  return (
    <Label text={t('anonymous')}>
      <Choice
        name="anonymous"
        label={t('anonymous')}
        columns={2}
        value={value}
        options={[
          { value: 'no', text: t('anonymousNo') },
          { value: 'yes', text: t('anonymousYes') },
        ]}
        onChange={onChange}
      />
      {value === 'yes' ? <Text className="quiet hint">{t('anonymousHint')}</Text> : null}
    </Label>
  )
}

function Person({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const t = useTexts()
  const people = useLoad(() => cloud.complaint.people({}))
  return (
    <Label text={t('whom')}>
      <States of={people} cards={1}>
        {({ items }) => (
          <Choice
            name="person"
            label={t('whom')}
            value={value}
            options={[
              ...items.map(({ id, name, role }) => ({ value: id, text: `${name} · ${t(role)}` })),
              { value: '', text: t('someoneElse') },
            ]}
            onChange={onChange}
          />
        )}
      </States>
      <Text className="quiet hint">{t(value ? 'personHint' : 'unsureHint')}</Text>
    </Label>
  )
}
