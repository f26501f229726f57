import { Text, View } from '@tarojs/components'
import type { SurveyView } from '@domain/survey/contract'
import { Row } from '@/ui'
import { useTexts, type SurveyText } from '../texts'
import '../survey.css'

/** The description of a survey. */
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

/** Who can vote, and whether votes are anonymous. */
export function Rules({
  of: { unit, voters, anonymous },
}: {
  of: Pick<SurveyView, 'unit' | 'voters' | 'anonymous'>
}) {
  const t = useTexts()
  return (
    <View className="rows">
      <Row icon="user" title={t(whoVotes[unit][voters])} />
      <Row
        icon={anonymous ? 'lock' : 'list'}
        title={t(anonymous ? 'anonymous' : 'named')}
        hint={t(anonymous ? 'anonymousMeans' : 'namedMeans')}
      />
    </View>
  )
}
