import { Button as WeButton, Text } from '@tarojs/components'
import { openWeChatGuide, privacyAsked } from '@/state/privacy'
import { useStore } from '@/state/store'
import { useTexts } from '@/i18n/texts'
import { Button } from '@/ui/button'
import { Sheet } from '@/ui/sheet'

const buttonId = 'agree-privacy'

/** Asks for consent before the first use of private data; WeChat accepts it only from its own button. */
export function PrivacySheet() {
  const t = useTexts()
  const resolve = useStore(privacyAsked)
  if (!resolve) return null
  const answer = (event: 'agree' | 'disagree') => {
    resolve({ event, buttonId })
    privacyAsked.set(null)
  }
  return (
    <Sheet title={t('privacyTitle')} onClose={() => answer('disagree')}>
      <Text className="quiet">{t('privacyAsk')}</Text>
      <Button kind="quiet" text={t('privacyRead')} onTap={openWeChatGuide} />
      <WeButton
        id={buttonId}
        className="button button-main"
        openType="agreePrivacyAuthorization"
        onAgreePrivacyAuthorization={() => answer('agree')}
      >
        {t('privacyAgree')}
      </WeButton>
      <Button kind="quiet" text={t('privacyRefuse')} onTap={() => answer('disagree')} />
    </Sheet>
  )
}
