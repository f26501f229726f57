import { Text, View } from '@tarojs/components'
import type { Message } from '@domain/notice/contract'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { usePages } from '@/cloud/use-pages'
import { session } from '@/state/session'
import { useLang } from '@/i18n/lang'
import { useTexts } from '@/i18n/texts'
import { Button, Card, Empty, Icon } from '@/ui'
import { More, Page, States } from '@/widgets'
import { go } from '@/device/navigate'
import { showTime } from '@/i18n/when'
import { InWeChat } from './in-wechat'

function setUnread(unread: number): void {
  const known = session.get()
  if (known) session.set({ ...known, unread })
}

export default function InboxPage() {
  const t = useTexts()
  const lang = useLang()
  const inbox = usePages(cursor => cloud.notice.inbox(cursor ? { cursor } : {}))
  const markRead = useSend(async (requestId, id?: string) =>
    setUnread((await cloud.notice.read(id ? { id } : {}, { requestId })).unread),
  )
  const open = async (message: Message) => {
    if (message.link) go(message.link)
    if (!message.read) {
      await markRead.run(message.id)
      await inbox.reload()
    }
  }
  return (
    <Page tab id="page-inbox" title={t('inbox')}>
      <States of={inbox} cards={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="bell" title={t('inboxEmpty')} hint={t('inboxEmptyHint')} />
          ) : (
            <>
              {items.map(message => (
                <Card
                  key={message.id}
                  id={`message-${message.id}`}
                  onTap={() => void open(message)}
                  label={[
                    message.read ? '' : t('unread'),
                    message.pinned ? t('pinned') : '',
                    message.title,
                    message.body,
                  ]
                    .filter(Boolean)
                    .join(', ')}
                >
                  <View className="card-top">
                    <View className={`card-what${message.read ? ' card-read' : ''}`}>
                      {message.read ? null : <View className="dot" />}
                      {message.pinned ? <Icon name="flag" /> : null}
                      <Text>{message.title}</Text>
                    </View>
                    <Text className="quiet">{showTime(message.at, lang)}</Text>
                  </View>
                  <Text className="card-text card-cut">{message.body}</Text>
                </Card>
              ))}
              <More of={inbox} />
              {items.some(message => !message.read) ? (
                <Button
                  id="mark-all-read"
                  kind="quiet"
                  text={t('markAllRead')}
                  busy={markRead.busy}
                  onTap={async () => {
                    await markRead.run()
                    await inbox.reload()
                  }}
                />
              ) : null}
            </>
          )
        }
      </States>
      <InWeChat />
    </Page>
  )
}
