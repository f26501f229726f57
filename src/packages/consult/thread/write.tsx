import { Textarea, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { cloud } from '@/cloud/client'
import { askConsent } from '@/state/consent'
import { useSend } from '@/cloud/hooks'
import { Button, Icon } from '@/ui'
import { FailureNote } from '@/widgets'
import { PhotoPicker, type Photo } from '@/widgets/photo-picker'
import { control, handle } from '@/ui/control'
import { inBrowser } from '@/device/platform'
import { useTexts } from '../texts'

/** The message field at the bottom of the page. */
export function Write({
  houseId,
  isDesk,
  onSent,
}: {
  houseId: string
  isDesk: boolean
  onSent: () => Promise<void>
}) {
  const t = useTexts()
  const [typed, setTyped] = useState('')
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  const latest = useRef(photos)
  latest.current = photos
  const [uploading, setUploading] = useState(false)
  const [picking, setPicking] = useState(false)
  const say = useSend(requestId =>
    cloud.consult.say(
      {
        houseId,
        ...(typed.trim() ? { text: typed.trim() } : {}),
        ...(photos.length ? { photos: photos.map(({ fileID }) => fileID) } : {}),
      },
      { requestId },
    ),
  )
  const tap = async () => {
    if (!isDesk) askConsent('houseNews')
    if (!(await say.run())) return
    setTyped('')
    setPhotos([])
    setPicking(false)
    await onSent()
  }
  return (
    <View className="compose">
      {say.failure ? <FailureNote failure={say.failure} /> : null}
      {picking || photos.length ? (
        <PhotoPicker
          value={photos}
          onBusy={setUploading}
          onChange={change => {
            latest.current = change(latest.current)
            setPhotos(latest.current)
          }}
        />
      ) : null}
      <View className="compose-line">
        <View
          className="compose-photo"
          {...control('button', {
            label: t('addPhotos'),
            id: 'pick-photos',
            onTap: () => setPicking(!picking),
          })}
        >
          <Icon name="camera" />
        </View>
        <View className="input compose-input">
          <Textarea
            className={`input-inner${inBrowser ? '' : ' compose-grow'}`}
            value={typed}
            placeholder={t('write')}
            maxlength={500}
            aria-label={t('write')}
            placeholderClass="placeholder"
            {...handle('message')}
            onInput={event => setTyped(event.detail.value)}
            {...(inBrowser ? {} : { autoHeight: true, disableDefaultPadding: true, cursorSpacing: 24 })}
          />
        </View>
        <Button
          id="send-message"
          text={uploading ? t('waitPhotos') : t('send')}
          busy={say.busy}
          disabled={uploading || (!typed.trim() && photos.length === 0)}
          onTap={tap}
        />
      </View>
    </View>
  )
}
