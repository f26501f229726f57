import { Text } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { Lang } from '@domain/kernel/words'
import type { Sending } from '@/cloud/hooks'
import { useLang } from '@/i18n/lang'
import { defineTexts } from '@/i18n/texts'
import { codeOf, useAudienceWords, type ChosenAudience } from './audience'
import { Button } from '@/ui/button'
import { Choice } from '@/ui/choice'
import { Label } from '@/ui/field'
import type { IconName } from '@/ui/icon'
import { Reach } from './push-field'
import { Sheet } from '@/ui/sheet'
import { FailureNote } from './failure-note'

/** Kept here, so that the main package does not carry them. */
const useTexts = defineTexts({
  preview: ['住户看到的样子', 'Preview'],
  inChinese: ['中文', '中文'],
  inEnglish: ['English', 'English'],
  noEnglish: [
    '没有英文，选英文的住户也看中文',
    'There is no English version: readers of English will see the Chinese',
  ],
  forWhom: ['发给', 'Recipients'],
  noPush: ['不发微信通知，只在“消息”里', 'No WeChat alert, only under Messages'],
})

interface Props {
  of: { english: boolean; audience: ChosenAudience; push: boolean }
  about?: 'event' | 'survey'
  sending: Pick<Sending<[], unknown>, 'busy' | 'failure'>
  button: { id: string; icon: IconName; text: string }
  onSend: () => Promise<void>
  onClose: () => void
  /** `english`: the English version, else the Chinese. */
  children: (english: boolean, lang: Lang) => ReactNode
}

/**
 * A preview as residents will see it, in either language, with its recipients and the number of people that
 * an alert reaches, and the button that sends it.
 */
export function PreviewSheet({ of, about, sending, button, onSend, onClose, children }: Props) {
  const t = useTexts()
  const inWords = useAudienceWords()
  const [lang, setLang] = useState<Lang>(useLang())
  return (
    <Sheet id="preview" title={t('preview')} onClose={onClose}>
      <Label text="">
        <Choice
          name="preview"
          label={t('preview')}
          columns={2}
          value={lang}
          options={[
            { value: 'zh-CN', text: t('inChinese') },
            { value: 'en', text: t('inEnglish') },
          ]}
          onChange={setLang}
        />
      </Label>
      {lang === 'en' && !of.english ? <Text className="quiet">{t('noEnglish')}</Text> : null}
      {children(lang === 'en' && of.english, lang)}
      <Text className="quiet">{t('forWhom')}</Text>
      <Text className="paragraph">{inWords(of.audience, of.audience.ids.map(codeOf))}</Text>
      {of.push ? (
        <Reach audience={of.audience} about={about} />
      ) : (
        <Text className="quiet">{t('noPush')}</Text>
      )}
      {sending.failure ? <FailureNote failure={sending.failure} /> : null}
      <Button {...button} busy={sending.busy} onTap={onSend} />
    </Sheet>
  )
}
