import Taro from '@tarojs/taro'
import { useRef, useState } from 'react'
import { cloud } from '@/cloud/client'
import { useDraft } from '@/state/draft'
import { useSend } from '@/cloud/hooks'
import { useKnownSession } from '@/state/session'
import { Button, Choice, Field, Label } from '@/ui'
import { FailureNote, Page } from '@/widgets'
import { AudienceField } from '@/widgets/audience-field'
import { EnglishPart } from '@/ui/english-part'
import { PhotoPicker } from '@/widgets/photo-picker'
import { toast } from '@/device/platform'
import { PushField } from '@/widgets/push-field'
import { UntilField } from '@/ui/until-field'
import { useTexts } from '../texts'
import { blank, missing, toInput, type Draft } from './draft'
import { NoticePreview } from './preview'

/** Writes a notice. It is published only after a preview as residents will see it. */
export default function PublishPage() {
  useKnownSession()
  const t = useTexts()
  const [draft, patch, clear] = useDraft<Draft>('notice', blank)
  const [checked, setChecked] = useState(false)
  const [uploading, setUploading] = useState(false)
  const [looking, setLooking] = useState(false)
  const photos = useRef(draft.photos)
  photos.current = draft.photos
  const publish = useSend(requestId => cloud.notice.publish(toInput(draft), { requestId }), 'notice')
  const wrong = checked ? missing(draft, Date.now()) : {}
  const problem = (field: string): string | undefined =>
    wrong[field] ? t(wrong[field]) : publish.failure?.fields?.[field]

  const look = () => {
    setChecked(true)
    const [first] = Object.values(missing(draft, Date.now()))
    if (first) return toast(t(first))
    publish.clear()
    setLooking(true)
  }
  const send = async () => {
    const made = await publish.run()
    if (!made) return
    clear()
    toast(t('published'))
    void Taro.redirectTo({
      url: made.pushId
        ? `/packages/notice/push/index?id=${made.pushId}&notice=${made.id}`
        : `/packages/notice/notice/index?id=${made.id}`,
    })
  }

  return (
    <Page
      title={t('publishTitle')}
      id="page-publish"
      who={['butler', 'manager']}
      foot={
        <Button id="look" text={uploading ? t('waitPhotos') : t('look')} disabled={uploading} onTap={look} />
      }
      over={
        looking ? (
          <NoticePreview draft={draft} sending={publish} onSend={send} onClose={() => setLooking(false)} />
        ) : null
      }
    >
      <Field
        id="title"
        label={t('title')}
        hint={t('titleHint')}
        value={draft.title}
        most={40}
        wrong={problem('title')}
        onChange={title => patch({ title })}
      />
      <Field
        id="body"
        long
        label={t('body')}
        hint={t('bodyHint')}
        value={draft.body}
        most={2000}
        wrong={problem('body')}
        onChange={body => patch({ body })}
      />
      <EnglishPart on={draft.english} onChange={english => patch({ english })}>
        <Field
          id="title-en"
          label={t('titleEn')}
          value={draft.titleEn}
          most={80}
          wrong={problem('titleEn')}
          onChange={titleEn => patch({ titleEn })}
        />
        <Field
          id="body-en"
          long
          label={t('bodyEn')}
          value={draft.bodyEn}
          most={4000}
          wrong={problem('bodyEn')}
          onChange={bodyEn => patch({ bodyEn })}
        />
      </EnglishPart>
      <Label text={t('pictures')} optional wrong={problem('photos')}>
        <PhotoPicker
          value={draft.photos}
          onBusy={setUploading}
          onChange={change => {
            photos.current = change(photos.current)
            patch({ photos: photos.current })
          }}
        />
      </Label>
      <AudienceField
        value={draft.audience}
        wrong={problem('audience.ids')}
        onChange={audience => patch({ audience })}
      />
      <UntilField
        endless
        label={t('until')}
        hint={t('untilHint')}
        value={draft.until}
        wrong={problem('until')}
        onChange={until => patch({ until })}
      />
      <Label text={t('pinLabel')}>
        <Choice
          name="pin"
          label={t('pinLabel')}
          columns={2}
          value={draft.pin ? 'yes' : 'no'}
          options={[
            { value: 'no', text: t('pinNo') },
            { value: 'yes', text: t('pinYes') },
          ]}
          onChange={pin => patch({ pin: pin === 'yes' })}
        />
      </Label>
      <PushField value={draft.push} audience={draft.audience} onChange={push => patch({ push })} />
      {publish.failure && !looking ? <FailureNote failure={publish.failure} /> : null}
    </Page>
  )
}
