import { Text } from '@tarojs/components'
import { spokenPlate } from '@domain/kernel/plate'
import { reasonWords } from '@domain/visitor/wording'
import { useLang } from '@/i18n/lang'
import { useTexts, useWords } from '@/i18n/texts'
import { Button } from '@/ui'
import { BigAnswer } from '@/ui/answer'
import { showTime } from '@/ui/when'
import type { GateAnswer } from '../lib/check-at-gate'
import { peopleWords } from '../lib/words'
import { texts } from '../texts'

/** What the gate says to whoever wants in. */
export function Answer({ answer, onDone }: { answer: GateAnswer; onDone: () => void }) {
  const x = useTexts(texts)
  const say = useWords()
  const lang = useLang()
  const { admit, reason, name, house, party, plate, until, next, note, offline } = answer
  const about = [name, house && x('houseOf', { code: house }), party && peopleWords(party, lang)]
    .filter(Boolean)
    .join(' · ')
  return (
    <BigAnswer
      yes={admit}
      id={admit ? 'answer-yes' : `answer-${reason ?? 'no'}`}
      word={x(admit ? 'comeIn' : 'stop')}
      why={reason && !admit ? say(reasonWords[reason]) : undefined}
      foot={<Button id="go-on" kind="plain" text={x('goOn')} onTap={onDone} />}
    >
      {next ? <Text className="answer-line">{x('nextAt', { time: showTime(next, lang) })}</Text> : null}
      {about ? <Text className="answer-line">{about}</Text> : null}
      {plate ? <Text className="answer-plate">{spokenPlate(plate)}</Text> : null}
      {admit && until ? (
        <Text className="answer-line">{x('until', { time: showTime(until, lang) })}</Text>
      ) : null}
      {admit && note ? <Text className="answer-line">{note}</Text> : null}
      {offline ? (
        <Text className="answer-offline" id="answer-offline">
          {x('checkedOffline')}
        </Text>
      ) : null}
    </BigAnswer>
  )
}
