import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useTexts } from '@/i18n/texts'
import { control } from './control'
import { Icon } from './icon'
import './photos.css'

/** Opens the platform's full-screen viewer. */
export const viewPictures = (urls: string[], current: string): void => {
  void Promise.resolve(Taro.previewImage({ urls, current })).catch(() => undefined)
}

/** A picture that opens when tapped; a broken one keeps its place. */
export function Picture({
  url,
  label,
  onTap,
  id,
}: {
  url: string
  label: string
  onTap: () => void
  id?: string
}) {
  const [broken, setBroken] = useState(false)
  return (
    <View className="photo-see" {...control('button', { label, id, onTap })}>
      {broken || !url ? (
        <View className="photo-image photo-gone">
          <Icon name="camera" />
        </View>
      ) : (
        <Image className="photo-image" src={url} mode="aspectFill" onError={() => setBroken(true)} />
      )}
    </View>
  )
}

/** Pictures of a record, large when tapped. */
export function Photos({ urls }: { urls: readonly string[] }) {
  const t = useTexts()
  if (!urls.length) return null
  return (
    <View className="photos">
      {urls.map((url, n) => (
        <View key={`${n}-${url}`} className="photo">
          <Picture url={url} label={t('seePhoto', { n: n + 1 })} onTap={() => viewPictures([...urls], url)} />
        </View>
      ))}
    </View>
  )
}
