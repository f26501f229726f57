import { Text, View } from '@tarojs/components'
import type { NoticeView, PushProgress } from '@domain/notice/contract'
import { cloud } from '@/cloud/client'
import { useLoad, useSend } from '@/cloud/hooks'
import { useLang } from '@/i18n/lang'
import { Button, Card, Row, Section } from '@/ui'
import { FailureNote, States } from '@/widgets'
import { useAudienceWords } from '@/widgets/audience'
import { go } from '@/device/navigate'
import { ShareBar } from '@/ui/share-bar'
import { showTime } from '@/i18n/when'
import { PushBar, usePushLine } from '../lib/push-bar'
import { isListed } from '../lib/state'
import { useTexts, type NoticeText } from '../texts'
import type { Sheeted } from './sheets'

type Audience = NonNullable<NoticeView['audience']>
interface Props {
  notice: NoticeView
  onDone: (next: NoticeView, said: NoticeText) => void
  onSheet: (sheet: Sheeted) => void
}

/**
 * What the desk sees below the notice: for whom it is, who has read it, what was sent, and what can be done.
 */
export function DeskPart({ notice, audience, onDone, onSheet }: Props & { audience: Audience }) {
  const t = useTexts()
  const pin = useSend((requestId, pinned: boolean) =>
    cloud.notice.pin({ id: notice.id, pin: pinned }, { requestId }),
  )
  const tapPin = async () => {
    const next = await pin.run(!notice.pinned)
    if (next) onDone(next, next.pinned ? 'pinDone' : 'unpinDone')
  }
  return (
    <>
      <Delivery notice={notice} audience={audience} onSheet={onSheet} />
      <Section title={t('pushes')}>
        {notice.pushes.length ? <Pushes notice={notice} /> : <Text className="quiet">{t('noPush')}</Text>}
      </Section>
      {pin.failure ? <FailureNote failure={pin.failure} /> : null}
      <View className="buttons">
        {isListed(notice) ? (
          <Button
            id="pin"
            kind="plain"
            text={t(notice.pinned ? 'unpin' : 'pin')}
            busy={pin.busy}
            onTap={tapPin}
          />
        ) : null}
        {notice.withdrawn ? null : (
          <Button id="withdraw" kind="danger" text={t('withdraw')} onTap={() => onSheet('withdraw')} />
        )}
      </View>
    </>
  )
}

/** The audience, and how many of it have read the notice. House names come from the first receipts. */
function Delivery({
  notice,
  audience,
  onSheet,
}: {
  notice: NoticeView
  audience: Audience
  onSheet: (sheet: Sheeted) => void
}) {
  const t = useTexts()
  const inWords = useAudienceWords()
  const receipts = useLoad(() => cloud.notice.receipts({ id: notice.id, limit: 10 }), [notice.id])
  return (
    <Section title={t('delivery')}>
      <States of={receipts} cards={1}>
        {({ items, read, of }) => {
          const line = t(audience.kind === 'roles' ? 'readPeople' : 'readHouses', {
            read: read ?? 0,
            of: of ?? 0,
          })
          return (
            <Card id="delivery">
              <Text className="quiet">{t('forWhom')}</Text>
              <Text className="paragraph">
                {inWords(
                  audience,
                  items.map(({ name }) => name),
                )}
              </Text>
              <ShareBar of={of ?? 0} parts={[{ value: read ?? 0, look: 'main' }]} label={line} />
              <Text className="big-count" id="read-count">
                {line}
              </Text>
              <View className="buttons">
                <Button
                  id="receipts"
                  kind="plain"
                  text={t('seeReceipts')}
                  onTap={() => go(`packages/notice/receipts/index?id=${notice.id}`)}
                />
                {isListed(notice) ? (
                  <Button id="remind" kind="plain" text={t('remind')} onTap={() => onSheet('remind')} />
                ) : null}
              </View>
            </Card>
          )
        }}
      </States>
    </Section>
  )
}

/** Only the newest pushes are shown here; older ones are on the board. */
const pushesShown = 3

function Pushes({ notice: { id, pushes } }: { notice: NoticeView }) {
  const t = useTexts()
  const lang = useLang()
  const inOneLine = usePushLine()
  const shown = pushes.slice(0, pushesShown)
  // A push that has just begun is not in the list yet; its own page says so.
  const loaded = useLoad(
    () =>
      Promise.all(
        shown.map((pushId): Promise<PushProgress | null> => cloud.notice.push({ pushId }).catch(() => null)),
      ),
    [shown.join()],
  )
  return (
    <States of={loaded} cards={1}>
      {all => (
        <View className="card card-list">
          {shown.map((pushId, n) => {
            const push = all[n]
            const kind = t(pushId === pushes[pushes.length - 1] ? 'pushFirst' : 'pushAgain')
            return (
              <View key={pushId} className="push-row">
                <Row
                  id={`push-${pushId}`}
                  title={kind}
                  hint={push ? [showTime(push.at, lang), inOneLine(push)].join(' · ') : t('starting')}
                  onTap={() => go(`packages/notice/push/index?id=${pushId}&notice=${id}`)}
                />
                {push ? <PushBar push={push} /> : null}
              </View>
            )
          })}
        </View>
      )}
    </States>
  )
}
