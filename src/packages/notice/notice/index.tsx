import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { NoticeView } from '@domain/notice/contract'
import { cloud } from '@/cloud/client'
import { useLoad } from '@/cloud/hooks'
import { useReadNotice } from '@/cloud/read-notice'
import { useKnownSession } from '@/cloud/session'
import { useLang } from '@/i18n/lang'
import { useTexts } from '@/i18n/texts'
import { Button, Card, Page, States } from '@/ui'
import { go, toast } from '@/ui/platform'
import { showTime } from '@/ui/when'
import { Letter } from '../lib/letter'
import { hasBadges, NoticeBadges } from '../lib/state'
import { texts, type NoticeText } from '../texts'
import { DeskPart } from './desk'
import { RemindSheet, WithdrawSheet, type Sheeted } from './sheets'

/** One notice: for everybody to read, and for the desk what has become of it. */
export default function NoticePage() {
  useKnownSession()
  const x = useTexts(texts)
  const id = useRouter().params.id ?? ''
  const loaded = useLoad(() => cloud.notice.get({ id }), [id])
  const [sheet, setSheet] = useState<Sheeted>()
  useReadNotice(id)
  const notice = loaded.data
  const done = (next: NoticeView, said: NoticeText) => {
    setSheet(undefined)
    loaded.put({ ...next, pictures: { ...notice?.pictures, ...next.pictures } })
    toast(x(said))
  }
  const close = () => setSheet(undefined)
  return (
    <Page
      title={x('noticeTitle')}
      id="page-notice"
      over={
        notice && sheet ? (
          sheet === 'withdraw' ? (
            <WithdrawSheet notice={notice} onDone={done} onClose={close} />
          ) : (
            <RemindSheet notice={notice} onClose={close} />
          )
        ) : null
      }
    >
      <States of={loaded} cards={2}>
        {shown => (
          <>
            <Whole notice={shown} />
            {shown.audience ? (
              <DeskPart notice={shown} audience={shown.audience} onDone={done} onSheet={setSheet} />
            ) : null}
          </>
        )}
      </States>
    </Page>
  )
}

function Whole({ notice }: { notice: NoticeView }) {
  const x = useTexts(texts)
  const lang = useLang()
  const { no, title, body, at, photos, pictures, until, about, link } = notice
  return (
    <Card>
      {hasBadges(notice) ? (
        <View className="badges letter-badges">
          <NoticeBadges notice={notice} />
        </View>
      ) : null}
      <Letter title={title} body={body} at={at} pictures={photos.flatMap(photo => pictures[photo] ?? [])} />
      <Text className="quiet hint">
        {[until && x('validUntil', { time: showTime(until, lang) }), no].filter(Boolean).join(' · ')}
      </Text>
      {link && about ? (
        <Button
          id="see-about"
          text={x(about.kind === 'survey' ? 'seeSurvey' : 'seeEvent')}
          onTap={() => go(link)}
        />
      ) : null}
    </Card>
  )
}
