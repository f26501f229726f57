import { Image, Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { EventView } from '@domain/event/contract'
import type { Lang } from '@domain/kernel/words'
import { cloud } from '@/cloud/client'
import { useLoad } from '@/cloud/hooks'
import { useKnownSession } from '@/state/session'
import { Button } from '@/ui'
import { Page, States } from '@/widgets'
import { inBrowser } from '@/device/platform'
import { deskPosts } from '../lib/desk'
import { showStretch } from '../lib/when'
import { useTexts } from '../texts'
import '../event.css'
import '../ticket.css'
import '@/ui/codes.css'

/** Times are formatted as seen from 1970, so that no date on the wall becomes "tomorrow". */
const longAgo = 0

/**
 * The check-in code for the door, printed or on the butler's phone: residents scan it to check themselves in.
 * In both languages, because any resident may read it.
 */
export default function PosterPage() {
  const t = useTexts()
  const known = useKnownSession().data
  const { id = '' } = useRouter().params
  const loaded = useLoad(async () => {
    const [event, code] = await Promise.all([cloud.event.get({ id }), cloud.event.doorCode({ id })])
    return { event, code }
  }, [id])
  return (
    <Page title={t('posterTitle')} id="page-poster" who={deskPosts}>
      <States of={loaded} cards={1}>
        {({ event, code }) => (
          <>
            <View className="poster">
              <EventLines event={event} lang="zh-CN" estate={known?.estate?.name['zh-CN'] ?? ''} />
              <Image
                className="poster-code"
                id="door-picture"
                src={code.url}
                mode="aspectFit"
                showMenuByLongpress
              />
              <Text className="poster-do">{useTexts.in('zh-CN')('scanToCheckIn')}</Text>
              <Text className="poster-do">{useTexts.in('en')('scanToCheckIn')}</Text>
              <View className="poster-english">
                <EventLines event={event} lang="en" estate={known?.estate?.name.en ?? ''} />
              </View>
            </View>
            <View className="no-print">
              {inBrowser ? (
                <Button id="print" text={t('print')} onTap={() => window.print()} />
              ) : (
                <Text className="quiet hint">{t('longPress')}</Text>
              )}
            </View>
          </>
        )}
      </States>
    </Page>
  )
}

/**
 * The event's title, time and place in one language. Staff receive both languages; an event without English
 * shows its Chinese.
 */
function EventLines({ event, lang, estate }: { event: EventView; lang: Lang; estate: string }) {
  const { title = event.title, place = event.place, titleEn = null, placeEn = null } = event.desk ?? {}
  const inEnglish = lang === 'en'
  return (
    <>
      <Text className="poster-small">{estate}</Text>
      <Text className="poster-title">{inEnglish ? (titleEn ?? title) : title}</Text>
      <Text className="poster-small">{showStretch(event, lang, longAgo)}</Text>
      <Text className="poster-small">{inEnglish ? (placeEn ?? place) : place}</Text>
    </>
  )
}
