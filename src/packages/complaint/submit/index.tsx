import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { Input } from '@domain/contract'
import { categories, type Category } from '@domain/complaint/kinds'
import { categoryWords } from '@domain/complaint/wording'
import { cloud } from '@/cloud/client'
import { askConsent } from '@/state/consent'
import { useDraft } from '@/state/draft'
import { useLoad, useSend } from '@/cloud/hooks'
import { useKnownSession } from '@/state/session'
import { Button, Choice, Field, Icon, Label, Row } from '@/ui'
import { FailureNote, NotBound, Page, States } from '@/widgets'
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

/** What is wrong, in one screen; with one's name or without. */
export default function SubmitPage() {
  const t = useTexts()
  const me = useKnownSession()
  const { order, no = '' } = useRouter().params
  const [draft, patch, clear] = useDraft<Draft>('complaint', { ...blank, category: order ? 'repair' : '' })
  const [checked, setChecked] = useState(false)
  const [uploading, setUploading] = useState(false)
  const [recording, setRecording] = useState(false)
  const promises = useLoad(() => cloud.complaint.promises({})).data
  const photos = useRef(draft.photos)
  photos.current = draft.photos
  const houses = me.data?.houses ?? []
  const houseId = houses.find(house => house.id === draft.houseId)?.id ?? houses[0]?.id ?? ''
  const submit = useSend(
    (requestId, category: Category) =>
      cloud.complaint.submit(toInput(draft, category, houseId, order), { requestId }),
    'complaint',
  )
  const fields = submit.failure?.fields
  const said = draft.content.trim() !== '' || draft.voice !== null || draft.photos.length > 0
  const tap = async () => {
    setChecked(true)
    if (!draft.category) return toast(t('needCategory'))
    if (recording) return toast(t('waitVoice'))
    if (!said) return toast(t('needContent'))
    if (draft.anonymous === 'no') askConsent('complaintNews')
    const made = await submit.run(draft.category)
    if (!made) return
    clear()
    toast(t('sent'))
    void Taro.redirectTo({ url: `/packages/complaint/complaint/index?id=${made.id}` })
  }
  if (!me.data)
    return (
      <Page title={t('submitTitle')} id="page-complain">
        <States of={me} cards={3}>
          {() => null}
        </States>
      </Page>
    )
  if (!houses.length)
    return (
      <Page title={t('submitTitle')} id="page-complain">
        <NotBound />
      </Page>
    )
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
      {promises ? (
        <View className="notice">
          <Icon name="phone" />
          <Text>{t('promise', { hours: promises.acknowledgeHours, days: promises.answerDays })}</Text>
        </View>
      ) : null}
      {order ? (
        <View className="card card-list">
          <Row
            icon="wrench"
            title={t('aboutOrder', { no })}
            {...(draft.anonymous === 'yes' ? { hint: t('sealedOrder') } : {})}
          />
        </View>
      ) : null}
      <Label text={t('what')} wrong={checked && !draft.category ? t('needCategory') : fields?.category}>
        <Choice
          name="category"
          label={t('what')}
          value={draft.category || undefined}
          options={categories.map(value => ({ value, text: t(categoryWords[value]) }))}
          onChange={category => patch({ category })}
        />
      </Label>
      {order ? null : draft.category === 'person' ? (
        <Person value={draft.person} onChange={person => patch({ person })} />
      ) : (
        <Field
          id="about"
          optional
          label={t(draft.category === 'charge' ? 'charge' : 'where')}
          hint={t(draft.category === 'charge' ? 'chargeHint' : 'whereHint')}
          value={draft.where}
          most={100}
          onChange={where => patch({ where })}
        />
      )}
      <Field
        id="content"
        long
        label={t('describe')}
        hint={t('describeHint')}
        value={draft.content}
        most={1000}
        wrong={checked && !said ? t('needContent') : fields?.content}
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
      {houses.length > 1 && draft.anonymous === 'no' ? (
        <Label text={t('house')}>
          <Choice
            name="house"
            label={t('house')}
            value={houseId}
            options={houses.map(house => ({ value: house.id, text: t('houseNo', { code: house.code }) }))}
            onChange={id => patch({ houseId: id })}
          />
        </Label>
      ) : null}
      <Label text={t('anonymous')}>
        <Choice
          name="anonymous"
          label={t('anonymous')}
          columns={2}
          value={draft.anonymous}
          options={[
            { value: 'no', text: t('anonymousNo') },
            { value: 'yes', text: t('anonymousYes') },
          ]}
          onChange={anonymous => patch({ anonymous })}
        />
        {draft.anonymous === 'yes' ? <Text className="quiet hint">{t('anonymousHint')}</Text> : null}
      </Label>
      {submit.failure && !submit.failure.fields ? <FailureNote failure={submit.failure} /> : null}
    </Page>
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
