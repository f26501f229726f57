import { Text, View } from '@tarojs/components'
import type { Session } from '@domain/account/contract'
import type { ComplaintCard } from '@domain/complaint/contract'
import { categoryWords, statusWords } from '@domain/complaint/wording'
import { cloud } from '@/cloud/client'
import { useTexts } from '@/i18n/texts'
import { Card, Icon, Row, Section } from '@/ui'
import { go } from '@/device/navigate'

export interface Complaints {
  mine: ComplaintCard[]
  toHandle: number
  toCall: number
}
const handles = ({ roles }: Session): boolean => roles.includes('butler') || roles.includes('manager')
const none = { items: [] as ComplaintCard[], next: null }
/** The size of one page of results; a larger count is shown as this number and a plus. */
const most = 20

/** The user's own open complaints, and for staff the number that wait. */
export async function loadComplaints(session: Session): Promise<Complaints> {
  const [mine, queue, callbacks] = await Promise.all([
    session.houses.length ? cloud.complaint.list({ scope: 'mine', limit: 10 }) : none,
    handles(session) ? cloud.complaint.list({ scope: 'queue', limit: most }) : none,
    handles(session) ? cloud.complaint.list({ scope: 'callbacks', limit: most }) : none,
  ])
  const over = ['closed', 'withdrawn', 'invalid', 'called_back']
  return {
    mine: mine.items.filter(({ status }) => !over.includes(status)),
    toHandle: queue.items.filter(({ status }) => status !== 'resolved' && status !== 'called_back').length,
    toCall: callbacks.items.length,
  }
}

const open = (id: string): void => go(`packages/complaint/complaint/index?id=${id}`)

export function ComplaintNews({ mine, toHandle, toCall }: Complaints) {
  const t = useTexts()
  const list = 'packages/complaint/list/index?staff=1'
  return (
    <>
      {toHandle + toCall > 0 ? (
        <Section title={t('complaints')}>
          <View className="card card-list">
            {toHandle ? (
              <Row
                id="complaints-to-handle"
                icon="flag"
                title={t('complaintsToHandle')}
                value={String(toHandle)}
                onTap={() => go(list)}
              />
            ) : null}
            {toCall ? (
              <Row
                id="complaints-to-call"
                icon="phone"
                title={t('complaintsToCall')}
                value={String(toCall)}
                onTap={() => go(list)}
              />
            ) : null}
          </View>
        </Section>
      ) : null}
      {mine.length ? (
        <Section title={t('myComplaints')}>
          {mine.map(complaint => (
            <Card
              key={complaint.id}
              id={`complaint-${complaint.id}`}
              tone={complaint.actions.includes('answer') ? 'waiting' : 'plain'}
              label={t(categoryWords[complaint.category])}
              onTap={() => open(complaint.id)}
            >
              <View className="card-top">
                <View className="card-what">
                  <Icon name="flag" />
                  <Text>{t(categoryWords[complaint.category])}</Text>
                </View>
                <Text className="card-meta">
                  {complaint.actions.includes('answer') ? t('rateOutcome') : t(statusWords[complaint.status])}
                </Text>
              </View>
              {complaint.content ? <Text className="card-text card-cut">{complaint.content}</Text> : null}
            </Card>
          ))}
        </Section>
      ) : null}
    </>
  )
}
