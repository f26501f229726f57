import { Text, View } from '@tarojs/components'
import type { SurveyView } from '@domain/survey/contract'
import { useTexts } from '@/i18n/texts'
import { Row } from '@/ui'
import { texts, type SurveyText } from '../texts'
import '../survey.css'

/** What it is about. */
export function About({ title, body }: { title: string; body: string }) {
  return (
    <>
      <Text className="head-what">{title}</Text>
      <Text className="survey-text">{body}</Text>
    </>
  )
}

const whoVotes: Record<SurveyView['unit'], Record<SurveyView['voters'], SurveyText>> = {
  house: { owners: 'houseOwners', everybody: 'houseEverybody' },
  person: { owners: 'personOwners', everybody: 'personEverybody' },
}

/** Who votes, and what becomes of a vote. */
export function Rules({
  of: { unit, voters, anonymous },
}: {
  of: Pick<SurveyView, 'unit' | 'voters' | 'anonymous'>
}) {
  const x = useTexts(texts)
  return (
    <View className="rows">
      <Row icon="user" title={x(whoVotes[unit][voters])} />
      <Row
        icon={anonymous ? 'lock' : 'list'}
        title={x(anonymous ? 'anonymous' : 'named')}
        hint={x(anonymous ? 'anonymousMeans' : 'namedMeans')}
      />
    </View>
  )
}
