import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Answer } from '@domain/survey/contract'
import type { Sending } from '@/cloud/hooks'
import { PreviewSheet } from '@/widgets/preview-sheet'
import { About, Rules } from '../lib/about'
import { Questions } from '../lib/questions'
import { useTexts } from '../texts'
import { questionsIn, rulesOf, type Draft } from './draft'

interface Props {
  draft: Draft
  sending: Pick<Sending<[], unknown>, 'busy' | 'failure'>
  onSend: () => Promise<void>
  onClose: () => void
}

/** The survey as residents will see it; the questions can be tried out. */
export function SurveyPreview({ draft, ...rest }: Props) {
  const t = useTexts()
  const [tried, setTried] = useState<Answer[]>([])
  return (
    <PreviewSheet
      of={draft}
      about="survey"
      button={{ id: 'begin', icon: 'ballot', text: t('begin') }}
      {...rest}
    >
      {(english, lang) => (
        <>
          <View className="card">
            <About title={english ? draft.titleEn : draft.title} body={english ? draft.bodyEn : draft.body} />
            <Rules of={rulesOf(draft)} />
          </View>
          <Questions questions={questionsIn(lang, draft)} answers={tried} onChange={setTried} />
        </>
      )}
    </PreviewSheet>
  )
}
