import { Text, View } from '@tarojs/components'
import { spokenPlate } from '@domain/kernel/plate'
import { reasonWords } from '@domain/visitor/wording'
import { useLang } from '@/i18n/lang'
import { useTexts, useWords } from '@/i18n/texts'
import { Button, Icon } from '@/ui'
import { handle, region } from '@/ui/platform'
import { showTime } from '@/ui/when'
import type { GateAnswer } from '../lib/check-at-gate'
import { peopleWords } from '../lib/words'
import { texts } from '../texts'

/** The answer at arm's length in the dark: told by colour, by sign and by word. */
export function Answer({ answer, onDone }: { answer: GateAnswer; onDone: () => void }) {
  const x = useTexts(texts)
  const say = useWords()
  const lang = useLang()
  const { admit, reason, name, house, party, plate, until, next, note, offline } = answer
  const about = [name, house && x('houseOf', { code: house }), party && peopleWords(party, lang)].filter(Boolean).join(' · ')
  return (
    <View className={`answer ${admit ? 'answer-yes' : 'answer-no'}`} {...region('alert')} {...handle(admit ? 'answer-yes' : `answer-${reason ?? 'no'}`)}>
      <View className='answer-sign'><Icon name={admit ? 'check' : 'close'} big /></View>
      <Text className='answer-word'>{x(admit ? 'comeIn' : 'stop')}</Text>
      {reason && !admit ? <Text className='answer-why'>{say(reasonWords[reason])}</Text> : null}
      {next ? <Text className='answer-line'>{x('nextAt', { time: showTime(next, lang) })}</Text> : null}
      {about ? <Text className='answer-line'>{about}</Text> : null}
      {plate ? <Text className='answer-plate'>{spokenPlate(plate)}</Text> : null}
      {admit && until ? <Text className='answer-line'>{x('until', { time: showTime(until, lang) })}</Text> : null}
      {admit && note ? <Text className='answer-line'>{note}</Text> : null}
      {offline ? <Text className='answer-offline' id='answer-offline'>{x('checkedOffline')}</Text> : null}
      <View className='answer-foot'><Button id='go-on' kind='plain' text={x('goOn')} onTap={onDone} /></View>
    </View>
  )
}
