import { currentLang } from '@/i18n/lang'
import { toast } from './platform'

/**
 * A browser fetches a page when it is first opened; without a network nothing would happen at the tap, and
 * nothing say why.
 */
export function sayWhenAPageIsOutOfReach(): void {
  window.addEventListener('unhandledrejection', ({ reason }) => {
    if ((reason as Error | undefined)?.name === 'ChunkLoadError')
      toast(
        currentLang() === 'en' ? 'No network: this page cannot be opened yet' : '没有网络，这一页暂时打不开',
      )
  })
}
