import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { useTexts } from '@/i18n/texts'
import { Icon } from './icon'
import { control, handle, region } from './control'

/**
 * A sheet from the bottom, over everything else. A `tall` sheet has its full height from the start, so that
 * content that loads later moves nothing under the thumb.
 */
export function Sheet({
  title,
  onClose,
  id,
  tall,
  children,
}: PropsWithChildren<{ title: string; onClose: () => void; id?: string; tall?: boolean }>) {
  const t = useTexts()
  return (
    <View className="sheet-back" catchMove>
      <View className="sheet-shade" onClick={onClose} />
      <View className={`sheet${tall ? ' sheet-tall' : ''}`} {...region('dialog', title)} {...handle(id)}>
        <View className="sheet-head">
          <Text className="sheet-title" {...region('heading')}>
            {title}
          </Text>
          <View
            className="sheet-close"
            {...control('button', { label: t('close'), id: 'sheet-close', onTap: onClose })}
          >
            <Icon name="close" />
          </View>
        </View>
        <View className="sheet-body">{children}</View>
      </View>
    </View>
  )
}
