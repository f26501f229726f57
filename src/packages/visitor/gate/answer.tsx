import { Text } from '@tarojs/components'
import { spokenPlate } from '@domain/kernel/plate'
import { reasonWords } from '@domain/visitor/wording'
import { useLang } from '@/i18n/lang'
import { Button } from '@/ui'
import { BigAnswer } from '@/ui/answer'
import { showTime } from '@/i18n/when'
import type { GateAnswer } from '../lib/check-at-gate'
import { peopleWords } from '../lib/words'
import { useTexts } from '../texts'

/** The answer to a check at the gate: let in or not, and why. */
export function Answer({ answer, onDone }: { answer: GateAnswer; onDone: () => void }) {
  const t = useTexts()
  const { admit, reason } = answer
  return (
    <BigAnswer
      yes={admit}
      id={admit ? 'answer-yes' : `answer-${reason ?? 'no'}`}
      word={t(admit ? 'comeIn' : 'stop')}
      why={reason && !admit ? t(reasonWords[reason]) : undefined}
      foot={<Button id="go-on" kind="plain" text={t('goOn')} onTap={onDone} />}
    >
      <Details answer={answer} />
    </BigAnswer>
  )
}

function Details({ answer }: { answer: GateAnswer }) {
  const t = useTexts()
  const lang = useLang()
  const { admit, name, house, party, plate, until, next, note, offline } = answer
  const about = [name, house && t('houseOf', { code: house }), party && peopleWords(party, lang)]
    .filter(Boolean)
    .join(' · ')
  return (
    <>
      {next ? <Text className="answer-line">{t('nextAt', { time: showTime(next, lang) })}</Text> : null}
      {about ? <Text className="answer-line">{about}</Text> : null}
      {plate ? <Text className="answer-plate">{spokenPlate(plate)}</Text> : null}
      {admit && until ? (
        <Text className="answer-line">{t('until', { time: showTime(until, lang) })}</Text>
      ) : null}
      {admit && note ? <Text className="answer-line">{note}</Text> : null}
      {offline ? (
        <Text className="answer-offline" id="answer-offline">
          {t('checkedOffline')}
        </Text>
      ) : null}
    </>
  )
}
