import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { NoticeView } from '@domain/notice/contract'
import { cloud } from '@/cloud/client'
import { useLoad } from '@/cloud/hooks'
import { useReadNotice } from '@/state/read-notice'
import { useKnownSession } from '@/state/session'
import { useLang } from '@/i18n/lang'
import { Button, Card } from '@/ui'
import { Page, States } from '@/widgets'
import { go } from '@/device/navigate'
import { toast } from '@/device/platform'
import { showTime } from '@/i18n/when'
import { NoticeContent } from '../lib/notice-content'
import { hasBadges, NoticeBadges } from '../lib/state'
import { useTexts, type NoticeText } from '../texts'
import { DeskPart } from './desk'
import { RemindSheet, WithdrawSheet, type Sheeted } from './sheets'

/** One notice: for residents its text, for the desk who has read it too. */
export default function NoticePage() {
  useKnownSession()
  const t = useTexts()
  const id = useRouter().params.id ?? ''
  const loaded = useLoad(() => cloud.notice.get({ id }), [id])
  const [sheet, setSheet] = useState<Sheeted>()
  useReadNotice(id)
  const notice = loaded.data
  const done = (next: NoticeView, said: NoticeText) => {
    setSheet(undefined)
    loaded.put({ ...next, pictures: { ...notice?.pictures, ...next.pictures } })
    toast(t(said))
  }
  const close = () => setSheet(undefined)
  return (
    <Page
      title={t('noticeTitle')}
      id="page-notice"
      over={
        <>
          {notice && sheet === 'withdraw' ? (
            <WithdrawSheet notice={notice} onDone={done} onClose={close} />
          ) : null}
          {notice && sheet === 'remind' ? <RemindSheet notice={notice} onClose={close} /> : null}
        </>
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
  const t = useTexts()
  const lang = useLang()
  const { no, title, body, at, photos, pictures, until, about, link } = notice
  return (
    <Card>
      {hasBadges(notice) ? (
        <View className="badges notice-badges">
          <NoticeBadges notice={notice} />
        </View>
      ) : null}
      <NoticeContent
        title={title}
        body={body}
        at={at}
        pictures={photos.flatMap(photo => pictures[photo] ?? [])}
      />
      <Text className="quiet hint">
        {[until && t('validUntil', { time: showTime(until, lang) }), no].filter(Boolean).join(' · ')}
      </Text>
      {link && about ? (
        <Button
          id="see-about"
          text={t(about.kind === 'survey' ? 'seeSurvey' : 'seeEvent')}
          onTap={() => go(link)}
        />
      ) : null}
    </Card>
  )
}
