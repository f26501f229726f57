import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { NoticeView } from '@domain/notice/contract'
import { cloud } from '@/cloud/client'
import { usePages } from '@/cloud/use-pages'
import { useKnownSession } from '@/state/session'
import { useLang } from '@/i18n/lang'
import { Button, Card, Choice, Empty, Label } from '@/ui'
import { More, Page, States } from '@/widgets'
import { useAudienceWords } from '@/widgets/audience'
import { go } from '@/device/navigate'
import { showTime } from '@/i18n/when'
import { PushBar, usePushLine } from '../lib/push-bar'
import { hasBadges, NoticeBadges } from '../lib/state'
import { useTexts } from '../texts'

/** All notices and all pushes of the estate. */
export default function BoardPage() {
  useKnownSession()
  const t = useTexts()
  const [shown, setShown] = useState<'tabNotices' | 'tabPushes'>('tabNotices')
  return (
    <Page
      title={t('boardTitle')}
      id="page-board"
      who={['butler', 'manager']}
      foot={
        <Button
          id="publish"
          icon="plus"
          text={t('publishTitle')}
          onTap={() => go('packages/notice/publish/index')}
        />
      }
    >
      <Label text="">
        <Choice
          name="shown"
          label={t('boardTitle')}
          columns={2}
          value={shown}
          options={(['tabNotices', 'tabPushes'] as const).map(value => ({ value, text: t(value) }))}
          onChange={setShown}
        />
      </Label>
      {shown === 'tabNotices' ? <Notices /> : <Pushes />}
    </Page>
  )
}

function Notices() {
  const t = useTexts()
  const board = usePages<NoticeView>(cursor => cloud.notice.board(cursor ? { cursor } : {}))
  return (
    <States of={board} cards={3}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty icon="megaphone" title={t('boardEmpty')} hint={t('boardEmptyHint')} />
        ) : (
          <>
            {items.map(notice => (
              <NoticeItem key={notice.id} notice={notice} />
            ))}
            <More of={board} />
          </>
        )
      }
    </States>
  )
}

function NoticeItem({ notice }: { notice: NoticeView }) {
  const lang = useLang()
  const inWords = useAudienceWords()
  const { id, title, body, at, audience } = notice
  return (
    <Card id={`notice-${id}`} label={title} onTap={() => go(`packages/notice/notice/index?id=${id}`)}>
      {hasBadges(notice) ? (
        <View className="badges notice-badges">
          <NoticeBadges notice={notice} />
        </View>
      ) : null}
      <Text className="card-what">{title}</Text>
      <Text className="card-text card-cut">{body}</Text>
      <Text className="card-meta">
        {[showTime(at, lang), audience && inWords(audience)].filter(Boolean).join(' · ')}
      </Text>
    </Card>
  )
}

function Pushes() {
  const t = useTexts()
  const lang = useLang()
  const inOneLine = usePushLine()
  const pushes = usePages(cursor => cloud.notice.pushes(cursor ? { cursor } : {}))
  return (
    <States of={pushes} cards={3}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty icon="bell" title={t('pushesEmpty')} hint={t('pushesEmptyHint')} />
        ) : (
          <>
            {items.map(push => (
              <Card
                key={push.pushId}
                id={`push-${push.pushId}`}
                label={`${push.title}, ${inOneLine(push)}`}
                onTap={() => go(`packages/notice/push/index?id=${push.pushId}`)}
              >
                <Text className="card-what">{push.title}</Text>
                <PushBar push={push} />
                <Text className="card-meta">
                  {[
                    showTime(push.at, lang),
                    inOneLine(push),
                    `${t('sent')} ${push.sent}\u00a0/\u00a0${push.total}`,
                  ].join(' · ')}
                </Text>
              </Card>
            ))}
            <More of={pushes} />
          </>
        )
      }
    </States>
  )
}
