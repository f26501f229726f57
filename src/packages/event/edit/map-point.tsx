import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button, Icon } from '@/ui'
import { useTexts } from '../texts'
import type { Draft } from './plan'

/** Decided at build time: the browser's chooser would load a map from another server. */
const onMap =
  process.env.TARO_ENV === 'weapp' ? () => Taro.chooseLocation({}).catch(() => undefined) : undefined

/** A point on WeChat's map beside the place. The browser has no map to choose on and keeps the point. */
export function MapPoint({ draft, patch }: { draft: Draft; patch: (change: Partial<Draft>) => void }) {
  const t = useTexts()
  const choose = async () => {
    const found = await onMap?.()
    if (!found) return
    const { latitude, longitude, name } = found
    patch({
      location: { latitude: Number(latitude), longitude: Number(longitude) },
      ...(draft.place.trim() === '' ? { place: name } : {}),
    })
  }
  if (draft.location === null)
    return onMap === undefined ? null : (
      <View className="after-field">
        <Button id="choose-map" kind="plain" icon="pin" text={t('chooseMap')} onTap={choose} />
      </View>
    )
  return (
    <View className="map-point after-field" id="map-point">
      <Icon name="pin" />
      <Text className="map-point-words">{t('onMap')}</Text>
      <Button id="off-map" kind="quiet" small text={t('offMap')} onTap={() => patch({ location: null })} />
    </View>
  )
}
