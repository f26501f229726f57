import { Text, View } from '@tarojs/components'
import type { Session } from '@domain/account/contract'
import { spokenPlate } from '@domain/kernel/plate'
import type { RegistrationView } from '@domain/parking/contract'
import { cloud } from '@/cloud/client'
import { useTexts } from '@/i18n/texts'
import { Card, Icon } from '@/ui'
import { go } from '@/device/navigate'

/** The household's vehicles that block another vehicle and wait for an answer. */
export async function loadPleaseMove({ houses }: Session): Promise<RegistrationView[]> {
  if (houses.length === 0) return []
  return (await cloud.parking.list({ limit: 10 })).items.filter(({ actions }) =>
    actions.includes('answerMove'),
  )
}

export function PleaseMove({ vehicles }: { vehicles: RegistrationView[] }) {
  const t = useTexts()
  return (
    <>
      {vehicles.map(({ id, plate, move }) => (
        <Card
          key={id}
          id={`please-move-${id}`}
          tone="waiting"
          label={`${t('pleaseMove')}, ${plate ?? ''}`}
          onTap={() => go(`packages/parking/vehicle/index?id=${id}`)}
        >
          <View className="ask">
            <Icon name="car" />
            <Text>{t('pleaseMove')}</Text>
          </View>
          <Text className="card-title plate-whole">{plate === null ? '' : spokenPlate(plate)}</Text>
          {move?.note ? <Text className="card-meta">{move.note}</Text> : null}
        </Card>
      ))}
    </>
  )
}
