import { Text, View } from '@tarojs/components'
import type { Session, BindingView } from '@domain/account/contract'
import { relationWords } from '@domain/account/wording'
import { cloud } from '@/cloud/client'
import { useTexts } from '@/i18n/texts'
import { Card, Icon, Section } from '@/ui'
import { go } from '@/device/navigate'

const butler = ({ roles }: Session): boolean => roles.includes('butler')

/** Requests to join a house that wait for the user's approval. */
export async function loadRequests(session: Session): Promise<BindingView[]> {
  if (!butler(session) && !session.houses.some(house => house.relation === 'owner')) return []
  const { items } = await cloud.account.bindings({ status: 'pending', limit: 5 })
  return items.filter(tie => tie.actions.includes('approve'))
}

export function Requests({ session, requests }: { session: Session; requests: BindingView[] }) {
  const t = useTexts()
  if (!requests.length) return null
  return (
    <Section title={t('joinRequests')}>
      {requests.map(tie => (
        <Card
          key={tie.id}
          id={`request-${tie.id}`}
          tone="waiting"
          label={`${tie.name}, ${tie.code}`}
          onTap={() =>
            go(
              butler(session)
                ? 'packages/register/people/index'
                : `packages/account/house/index?id=${tie.houseId}`,
            )
          }
        >
          <View className="card-top">
            <View className="card-what">
              <Icon name="user" />
              <Text>
                {tie.name} · {t(relationWords[tie.relation])}
              </Text>
            </View>
            <Text className="card-meta">{t('houseNo', { code: tie.code })}</Text>
          </View>
        </Card>
      ))}
    </Section>
  )
}
