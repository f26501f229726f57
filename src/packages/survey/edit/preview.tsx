import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Lang } from '@domain/kernel/words'
import type { Answer } from '@domain/survey/contract'
import type { Sending } from '@/cloud/hooks'
import { useLang } from '@/i18n/lang'
import { useTexts } from '@/i18n/texts'
import { Button, Choice, FailureNote, Label, Sheet } from '@/ui'
import { codeOf, useAudienceWords } from '@/ui/audience'
import { Reach } from '@/ui/push-field'
import { About, Rules } from '../lib/about'
import { Questions } from '../lib/questions'
import { texts } from '../texts'
import { questionsIn, rulesOf, type Draft } from './draft'

interface Props { draft: Draft; sending: Pick<Sending<[], unknown>, 'busy' | 'failure'>; onSend: () => Promise<void>; onClose: () => void }

/** The survey as residents will see it, in either language, to be tried; then it begins. */
export function PreviewSheet({ draft, sending, onSend, onClose }: Props) {
  const x = useTexts(texts)
  const inWords = useAudienceWords()
  const [lang, setLang] = useState<Lang>(useLang())
  const [tried, setTried] = useState<Answer[]>([])
  const english = lang === 'en' && draft.english
  return (
    <Sheet id='preview' title={x('preview')} onClose={onClose}>
      <Label text=''>
        <Choice name='preview' label={x('preview')} columns={2} value={lang} options={[{ value: 'zh-CN', text: x('inChinese') }, { value: 'en', text: x('inEnglish') }]} onChange={setLang} />
      </Label>
      {lang === 'en' && !draft.english ? <Text className='quiet'>{x('noEnglish')}</Text> : null}
      <View className='card'>
        <About title={english ? draft.titleEn : draft.title} body={english ? draft.bodyEn : draft.body} />
        <Rules of={rulesOf(draft)} />
      </View>
      <Questions questions={questionsIn(lang, draft)} answers={tried} onChange={setTried} />
      <Text className='quiet'>{x('forWhom')}</Text>
      <Text className='paragraph'>{inWords(draft.audience, draft.audience.ids.map(codeOf))}</Text>
      {draft.push ? <Reach audience={draft.audience} about='survey' /> : <Text className='quiet'>{x('noPush')}</Text>}
      {sending.failure ? <FailureNote failure={sending.failure} /> : null}
      <Button id='begin' icon='ballot' text={x('begin')} busy={sending.busy} onTap={onSend} />
    </Sheet>
  )
}
