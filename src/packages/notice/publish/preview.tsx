import { View } from '@tarojs/components'
import type { Sending } from '@/cloud/hooks'
import { PreviewSheet } from '@/widgets/preview-sheet'
import { NoticeContent } from '../lib/notice-content'
import { useTexts } from '../texts'
import type { Draft } from './draft'

interface Props {
  draft: Draft
  sending: Pick<Sending<[], unknown>, 'busy' | 'failure'>
  onSend: () => Promise<void>
  onClose: () => void
}

/** The notice as it will be read. */
export function NoticePreview({ draft, ...rest }: Props) {
  const t = useTexts()
  return (
    <PreviewSheet of={draft} button={{ id: 'send-notice', icon: 'megaphone', text: t('publish') }} {...rest}>
      {english => (
        <View className="card">
          <NoticeContent
            title={english ? draft.titleEn : draft.title}
            body={english ? draft.bodyEn : draft.body}
            at={new Date().toISOString()}
            pictures={draft.photos.map(({ path }) => path)}
          />
        </View>
      )}
    </PreviewSheet>
  )
}
