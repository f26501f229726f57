import { Image, Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { cloud } from '@/cloud/client'
import { useLoad } from '@/cloud/hooks'
import { estateName, useKnownSession } from '@/cloud/session'
import { useLang } from '@/i18n/lang'
import { useTexts } from '@/i18n/texts'
import { Button, Page, States } from '@/ui'
import { inBrowser } from '@/ui/platform'
import { deskPosts } from '../lib/desk'
import { showStretch } from '../lib/when'
import { texts } from '../texts'
import '../event.css'
import '@/ui/codes.css'

/** Seen from there every day is said in full: what hangs on a wall has no tomorrow. */
const longAgo = 0

/** For the wall at the door, or on the butler's phone: who scans it checks themselves in. */
export default function PosterPage() {
  const x = useTexts(texts)
  const lang = useLang()
  const known = useKnownSession().data
  const { id = '' } = useRouter().params
  const loaded = useLoad(async () => {
    const [event, code] = await Promise.all([cloud.event.get({ id }), cloud.event.doorCode({ id })])
    return { event, code }
  }, [id])
  return (
    <Page title={x('posterTitle')} id='page-poster' who={deskPosts}>
      <States of={loaded} cards={1}>{({ event, code }) => (
        <>
          <View className='poster'>
            <Text className='poster-small'>{estateName(known)}</Text>
            <Text className='poster-title'>{event.title}</Text>
            <Text className='poster-small'>{showStretch(event, lang, longAgo)}</Text>
            <Text className='poster-small'>{event.place}</Text>
            <Image className='poster-code' id='door-picture' src={code.url} mode='aspectFit' showMenuByLongpress />
            <Text className='poster-do'>{x('scanToCheckIn')}</Text>
          </View>
          <View className='no-print'>
            {inBrowser ? <Button id='print' text={x('print')} onTap={() => window.print()} /> : <Text className='quiet hint'>{x('longPress')}</Text>}
          </View>
        </>
      )}</States>
    </Page>
  )
}
