import { Text } from '@tarojs/components'
import { spokenPlate } from '@domain/kernel/plate'
import type { Reason } from '@domain/visitor/contract'
import { reasonWords } from '@domain/visitor/wording'
import { useLang } from '@/i18n/lang'
import { Button } from '@/ui'
import { BigAnswer } from '@/ui/answer'
import { showTime } from '@/i18n/when'
import type { GateAnswer } from '../lib/check-at-gate'
import { happenedTexts, nextSteps } from '../lib/refusals'
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

/** Why a guest is not let in: when it happened, and what to do. */
function Refused({ reason, happened }: { reason: Reason; happened: GateAnswer['happened'] }) {
  const t = useTexts()
  const lang = useLang()
  const text =
    reason === 'USED' || reason === 'REVOKED' || reason === 'EXPIRED' ? happenedTexts[reason] : null
  const step = nextSteps[reason]
  return (
    <>
      {happened && text ? (
        <Text className="answer-line" id="answer-happened">
          {t(text, { time: showTime(happened.at, lang), gate: happened.gate ?? '' })}
        </Text>
      ) : null}
      {step ? (
        <Text className="answer-line" id="answer-next">
          {t(step)}
        </Text>
      ) : null}
    </>
  )
}

function Details({ answer }: { answer: GateAnswer }) {
  const t = useTexts()
  const lang = useLang()
  const { admit, reason, happened, name, house, party, plate, until, next, note, offline } = answer
  const about = [name, house && t('houseOf', { code: house }), party && peopleWords(party, lang)]
    .filter(Boolean)
    .join(' · ')
  return (
    <>
      {reason && !admit ? <Refused reason={reason} happened={happened} /> : null}
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
