import { Image, Text, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { upload } from '@/cloud/client'
import { pick } from '@/device/pick'
import type { Picked } from '@/device/picked'
import { useTexts } from '@/i18n/texts'
import { control } from '@/ui/control'
import { Icon } from '@/ui/icon'
import { Picture, viewPictures } from '@/ui/photos'

/** A stored picture, and the address that shows it on this phone until the record is loaded. */
export interface Photo {
  fileID: string
  path: string
}

interface Going {
  key: number
  picked: Picked
  failed: boolean
}

interface Props {
  value: readonly Photo[]
  onChange: (change: (was: readonly Photo[]) => Photo[]) => void
  /** Reports whether photos are still being uploaded, so that sending can wait for them. */
  onBusy?: (busy: boolean) => void
  most?: number
  id?: string
}

/** Chooses photos, uploads each at once, shows and removes them. */
export function PhotoPicker({ value, onChange, onBusy, most = 9, id = 'add-photo' }: Props) {
  const t = useTexts()
  const [going, setGoing] = useState<Going[]>([])
  const counter = useRef(0)
  const latest = useRef<Going[]>([])
  const change = (next: Going[]) => {
    latest.current = next
    setGoing(next)
    onBusy?.(next.some(each => !each.failed))
  }
  const start = async (each: Going) => {
    try {
      const fileID = await upload(each.picked)
      onChange(was => [...was, { fileID, path: each.picked.path }])
      change(latest.current.filter(other => other.key !== each.key))
    } catch {
      change(latest.current.map(other => (other.key === each.key ? { ...other, failed: true } : other)))
    }
  }
  const add = async () => {
    const picked = await pick.pictures(most - value.length - latest.current.length)
    const added = picked.map(each => ({ key: counter.current++, picked: each, failed: false }))
    change([...latest.current, ...added])
    await Promise.all(added.map(start))
  }
  const again = (each: Going) => {
    if (!each.failed) return
    change(latest.current.map(other => (other.key === each.key ? { ...other, failed: false } : other)))
    void start(each)
  }
  return (
    <View className="photos">
      {value.map((photo, n) => (
        <View key={photo.fileID} className="photo">
          <Picture
            url={photo.path}
            label={t('seePhoto', { n: n + 1 })}
            onTap={() =>
              viewPictures(
                value.map(each => each.path),
                photo.path,
              )
            }
          />
          <View
            className="photo-off"
            {...control('button', {
              label: t('removePhoto', { n: n + 1 }),
              id: `remove-photo-${n}`,
              onTap: () => onChange(was => was.filter(each => each.fileID !== photo.fileID)),
            })}
          >
            <View className="photo-cross">
              <Icon name="close" />
            </View>
          </View>
        </View>
      ))}
      {going.map(each => (
        <View
          key={each.key}
          className="photo"
          {...control('button', {
            label: t(each.failed ? 'photoFailed' : 'photoUploading'),
            onTap: () => again(each),
          })}
        >
          <Image className="photo-image photo-going" src={each.picked.path} mode="aspectFill" />
          <View className="photo-over">
            {each.failed ? (
              <Text className="photo-words">{t('photoFailed')}</Text>
            ) : (
              <View className="spin" />
            )}
          </View>
        </View>
      ))}
      {value.length + going.length < most ? (
        <View
          className="photo photo-add"
          hoverClass="pressed"
          {...control('button', { label: t('addPhoto'), id, onTap: () => void add() })}
        >
          <Icon name="camera" />
          <Text className="photo-words">{t('addPhoto')}</Text>
        </View>
      ) : null}
    </View>
  )
}
