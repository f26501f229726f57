import { Image, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useLang } from '@/i18n/lang'
import { control } from '@/ui/control'
import { showTime } from '@/i18n/when'
import { useTexts } from '../texts'
import '../notice.css'

interface Props {
  title: string
  body: string
  /** ISO 8601 UTC. */
  at: string
  /** Addresses of the pictures, in their order. */
  pictures: readonly string[]
}

/** A notice as it is read: also what its author sees before it is out. */
export function NoticeContent({ title, body, at, pictures }: Props) {
  const t = useTexts()
  const lang = useLang()
  const look = (current: string) => {
    void Promise.resolve(Taro.previewImage({ urls: [...pictures], current })).catch(() => undefined)
  }
  return (
    <View>
      <Text className="notice-title">{title}</Text>
      <Text className="notice-when">{showTime(at, lang)}</Text>
      <Text className="notice-text" userSelect>
        {body}
      </Text>
      {pictures.map((url, n) => (
        <View
          key={url}
          {...control('button', { label: t('seePicture', { n: n + 1 }), onTap: () => look(url) })}
        >
          <Image className="notice-picture" src={url} mode="widthFix" />
        </View>
      ))}
    </View>
  )
}
