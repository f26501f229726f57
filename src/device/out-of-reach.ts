import { currentLang } from '@/i18n/lang'
import { toast } from './platform'

/**
 * A browser loads a page's code when it is first opened. Without a network the tap would do nothing and show
 * no reason, so a message is shown.
 */
export function sayWhenAPageIsOutOfReach(): void {
  window.addEventListener('unhandledrejection', ({ reason }) => {
    if ((reason as Error | undefined)?.name === 'ChunkLoadError')
      toast(
        currentLang() === 'en' ? 'No network: this page cannot be opened yet' : '没有网络，这一页暂时打不开',
      )
  })
}
