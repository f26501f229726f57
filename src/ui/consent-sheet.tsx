import { Text } from '@tarojs/components'
import { answerConsent } from '@/cloud/consent'
import { useT } from '@/i18n/texts'
import { Button } from './button'
import { Sheet } from './sheet'

/** In the browser, what WeChat asks by itself. */
export function ConsentSheet() {
  const t = useT()
  return (
    <Sheet id="consent" title={t('allowTitle')} onClose={() => answerConsent('reject')}>
      <Text>{t('allowHint')}</Text>
      <Button id="consent-allow" text={t('allow')} onTap={() => answerConsent('accept')} />
      <Button id="consent-refuse" kind="quiet" text={t('notNow')} onTap={() => answerConsent('reject')} />
    </Sheet>
  )
}
