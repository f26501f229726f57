import { Text, View } from '@tarojs/components'
import { privacyVersion } from '@/state/privacy'
import { useLang } from '@/i18n/lang'
import { Page } from '@/widgets'
import { Section } from '@/ui'
import { useTexts } from '../texts'
import { guide } from './guide'

/** What is kept, why, for how long, and who sees it. */
export default function PrivacyPage() {
  const t = useTexts()
  const lang = useLang()
  return (
    <Page title={t('privacyTitle')} id="page-privacy">
      {guide.map(part => (
        <Section key={part.title.en} title={part.title[lang]}>
          <View className="card">
            {part.lines.map(line => (
              <Text key={line.en} className="paragraph">
                {line[lang]}
              </Text>
            ))}
          </View>
        </Section>
      ))}
      <Text className="quiet">{privacyVersion}</Text>
    </Page>
  )
}
