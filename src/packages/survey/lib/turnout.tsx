import { Text, View } from '@tarojs/components'
import type { SurveyView } from '@domain/survey/contract'
import { useTexts } from '@/i18n/texts'
import { handle } from '@/ui/platform'
import { percentOf, ShareBar } from '@/ui/share-bar'
import { texts } from '../texts'

/** How many have voted, of those who may. */
export function Turnout({
  unit,
  votes,
  of,
  big,
}: Pick<SurveyView, 'unit' | 'votes' | 'of'> & { big?: boolean }) {
  const x = useTexts(texts)
  const line = x(unit === 'house' ? 'turnoutHouses' : 'turnoutPeople', {
    votes,
    of,
    percent: percentOf(votes, of),
  })
  return (
    <View className="hint" {...handle('turnout')}>
      <ShareBar of={of} parts={[{ value: votes, look: 'main' }]} label={line} />
      <Text className={big ? 'turnout-line' : 'quiet'}>{line}</Text>
    </View>
  )
}
