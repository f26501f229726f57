import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Lang } from '@domain/kernel/words'
import type { Sending } from '@/cloud/hooks'
import { useLang } from '@/i18n/lang'
import { useTexts } from '@/i18n/texts'
import { Button, Choice, FailureNote, Label, Sheet } from '@/ui'
import { codeOf, useAudienceWords } from '@/ui/audience'
import { Reach } from '@/ui/push-field'
import { Letter } from '../lib/letter'
import { texts } from '../texts'
import type { Draft } from './draft'

interface Props { draft: Draft; sending: Pick<Sending<[], unknown>, 'busy' | 'failure'>; onSend: () => Promise<void>; onClose: () => void }

/** The notice as it will be read, in either language, for whom, and how many a message reaches; then it goes out. */
export function PreviewSheet({ draft, sending, onSend, onClose }: Props) {
  const x = useTexts(texts)
  const inWords = useAudienceWords()
  const [lang, setLang] = useState<Lang>(useLang())
  const english = lang === 'en' && draft.english
  return (
    <Sheet id='preview' title={x('preview')} onClose={onClose}>
      <Label text=''>
        <Choice name='preview' label={x('preview')} columns={2} value={lang} options={[{ value: 'zh-CN', text: x('inChinese') }, { value: 'en', text: x('inEnglish') }]} onChange={setLang} />
      </Label>
      {lang === 'en' && !draft.english ? <Text className='quiet'>{x('noEnglish')}</Text> : null}
      <View className='card'>
        <Letter title={english ? draft.titleEn : draft.title} body={english ? draft.bodyEn : draft.body} at={new Date().toISOString()} pictures={draft.photos.map(({ path }) => path)} />
      </View>
      <Text className='quiet'>{x('forWhom')}</Text>
      <Text className='paragraph'>{inWords(draft.audience, draft.audience.ids.map(codeOf))}</Text>
      {draft.push ? <Reach audience={draft.audience} /> : <Text className='quiet'>{x('noPush')}</Text>}
      {sending.failure ? <FailureNote failure={sending.failure} /> : null}
      <Button id='send-notice' icon='megaphone' text={x('publish')} busy={sending.busy} onTap={onSend} />
    </Sheet>
  )
}
