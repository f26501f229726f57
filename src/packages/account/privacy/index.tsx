import { Text, View } from '@tarojs/components'
import { privacyVersion } from '@/cloud/privacy'
import { useLang } from '@/i18n/lang'
import { useTexts } from '@/i18n/texts'
import { Page, Section } from '@/ui'
import { texts } from '../texts'
import { guide } from './guide'

/** What is kept, why, for how long, and who sees it. */
export default function PrivacyPage() {
  const x = useTexts(texts)
  const lang = useLang()
  return (
    <Page title={x('privacyTitle')} id="page-privacy">
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
