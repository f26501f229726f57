import { Text, View } from '@tarojs/components'

export interface Figure {
  id: string
  n: number
  word: string
}

/** Numbers side by side, each with a label. */
export function Figures({ of }: { of: readonly Figure[] }) {
  return (
    <View className="event-figures">
      {of.map(({ id, n, word }) => (
        <View key={id} className="event-figure">
          <Text className="event-figure-n" id={`figure-${id}`}>
            {n}
          </Text>
          <Text className="event-figure-word">{word}</Text>
        </View>
      ))}
    </View>
  )
}
