import { Text, View } from '@tarojs/components'
import type { Session } from '@domain/account/contract'
import type { PassView } from '@domain/visitor/contract'
import { cloud } from '@/cloud/client'
import { useTexts } from '@/i18n/texts'
import { Card, Icon, Section } from '@/ui'
import { go } from '@/device/navigate'

/** Visitors at a gate without a pass, who wait for this household's answer. */
export const loadAtTheGate = async (session: Session): Promise<PassView[]> =>
  session.houses.length ? (await cloud.visitor.list({ scope: 'asked', limit: 5 })).items : []

export function AtTheGate({ passes }: { passes: PassView[] }) {
  const t = useTexts()
  if (!passes.length) return null
  return (
    <Section title={t('atTheGate')}>
      {passes.map(pass => (
        <Card
          key={pass.id}
          id={`at-the-gate-${pass.id}`}
          tone="waiting"
          label={`${t('atTheGate')}, ${pass.name}`}
          onTap={() => go(`packages/visitor/pass/index?id=${pass.id}`)}
        >
          <View className="card-top">
            <View className="card-what">
              <Icon name="bell" />
              <Text>{pass.name}</Text>
            </View>
            <Text className="card-meta">{pass.askedAt}</Text>
          </View>
        </Card>
      ))}
    </Section>
  )
}
