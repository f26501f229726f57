import { Text, View } from '@tarojs/components'
import type { PassView } from '@domain/visitor/contract'
import { passStateWords } from '@domain/visitor/wording'
import { useLang } from '@/i18n/lang'
import { useTexts } from '@/i18n/texts'
import { Badge, Card, Icon } from '@/ui'
import { go } from '@/device/navigate'
import { peopleWords, stateLooks, validWords } from './words'

/** A pass in a list. */
export function PassCard({ pass }: { pass: PassView }) {
  const lang = useLang()
  const t = useTexts()
  const [tone, icon] = stateLooks[pass.state]
  return (
    <Card
      id={`pass-${pass.id}`}
      label={`${pass.name}, ${t(passStateWords[pass.state])}`}
      onTap={() => go(`packages/visitor/pass/index?id=${pass.id}`)}
    >
      <View className="card-top">
        <View className="card-what">
          <Icon name={pass.starred ? 'star' : 'user'} />
          <Text>{pass.name}</Text>
        </View>
        <Badge text={t(passStateWords[pass.state])} tone={tone} icon={icon} />
      </View>
      <Text className="card-meta">{validWords(pass, lang)}</Text>
      <Text className="card-meta">
        {[peopleWords(pass.party, lang), pass.plate].filter(Boolean).join(' · ')}
      </Text>
    </Card>
  )
}
