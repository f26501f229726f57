import { Text } from '@tarojs/components'
import { answerConsent } from '@/state/consent'
import { useTexts } from '@/i18n/texts'
import { Button } from '@/ui/button'
import { Sheet } from '@/ui/sheet'

/** Stands in for WeChat's own dialogue, in the browser. */
export function ConsentSheet() {
  const t = useTexts()
  return (
    <Sheet id="consent" title={t('allowTitle')} onClose={() => answerConsent('reject')}>
      <Text>{t('allowHint')}</Text>
      <Button id="consent-allow" text={t('allow')} onTap={() => answerConsent('accept')} />
      <Button id="consent-refuse" kind="quiet" text={t('notNow')} onTap={() => answerConsent('reject')} />
    </Sheet>
  )
}
