import { Text, View } from '@tarojs/components'
import type { RosterLine } from '@domain/event/contract'
import { useLang } from '@/i18n/lang'
import { Button } from '@/ui'
import { BigAnswer } from '@/ui/answer'
import { peopleWords } from '../lib/looks'
import { useTexts } from '../texts'

interface Props {
  line: RosterLine | undefined
  refused: string
  counted: string
  onNext: () => Promise<void>
  onDone: () => void
}

/** The person who was checked in, or the reason why not; the button for the next scan is at the bottom. */
export function CheckInResult({ line, refused, counted, onNext, onDone }: Props) {
  const t = useTexts()
  const lang = useLang()
  const about = line
    ? [line.house && t('house', { code: line.house }), peopleWords(line.party, lang)]
        .filter(Boolean)
        .join(' · ')
    : ''
  return (
    <BigAnswer
      yes={line !== undefined}
      id={line ? 'answer-yes' : 'answer-no'}
      word={t(line ? 'welcome' : 'notIn')}
      why={line ? line.name : refused}
      foot={
        <View className="buttons">
          <Button id="finish" kind="quiet" text={t('finish')} onTap={onDone} />
          <Button id="scan-next" icon="camera" text={t('scanNext')} onTap={onNext} />
        </View>
      }
    >
      {about ? <Text className="answer-line">{about}</Text> : null}
      <Text className="answer-line" id="counted">
        {counted}
      </Text>
    </BigAnswer>
  )
}
