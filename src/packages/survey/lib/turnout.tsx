import { Text, View } from '@tarojs/components'
import type { SurveyView } from '@domain/survey/contract'
import { handle } from '@/ui/control'
import { percentOf, ShareBar } from '@/ui/share-bar'
import { useTexts } from '../texts'

/** The turnout: votes cast of votes possible. */
export function Turnout({
  unit,
  votes,
  of,
  big,
}: Pick<SurveyView, 'unit' | 'votes' | 'of'> & { big?: boolean }) {
  const t = useTexts()
  const line = t(unit === 'house' ? 'turnoutHouses' : 'turnoutPeople', {
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
