import { Text, View } from '@tarojs/components'
import type { PassView } from '@domain/visitor/contract'
import { cloud } from '@/cloud/client'
import { useLoad } from '@/cloud/hooks'
import { Icon, Label } from '@/ui'
import { control } from '@/ui/control'
import { useTexts } from '../texts'

/** Shortcuts to the guests of earlier passes. */
const recentShown = 6

/** Favourites first, then recent guests, each guest once. */
export function Recent({ onChoose }: { onChoose: (pass: PassView) => void }) {
  const t = useTexts()
  const recent = useLoad(async () => {
    const [starred, mine] = await Promise.all([
      cloud.visitor.list({ scope: 'starred', limit: recentShown }),
      cloud.visitor.list({ limit: 20 }),
    ])
    const all = [...starred.items, ...mine.items].filter(pass => pass.kind !== 'walkIn')
    return all
      .filter((pass, n) => all.findIndex(({ name }) => name === pass.name) === n)
      .slice(0, recentShown)
  })
  if (!recent.data?.length) return null
  return (
    <Label text={t('asLast')}>
      <View className="choice">
        {recent.data.map(pass => (
          <View
            key={pass.id}
            className="chip"
            hoverClass="pressed"
            {...control('button', {
              label: `${t('asLast')}: ${pass.name}`,
              id: `as-last-${pass.id}`,
              onTap: () => onChoose(pass),
            })}
          >
            {pass.starred ? <Icon name="star" /> : null}
            <Text className="chip-text">{pass.name}</Text>
          </View>
        ))}
      </View>
    </Label>
  )
}
