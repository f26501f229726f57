import type { Post } from '@domain/kernel/people'
import type { Words } from '@domain/kernel/words'
import type { CommonKey } from '@/i18n/texts'
import type { IconName } from '@/ui'

/** The way into a service: a tile under Services, and on the first page when `home` is set. */
export interface Offer {
  id: string
  icon: IconName
  name: CommonKey | Words
  hint: CommonKey | Words
  page: string
  /** Who may use it: residents, or the roles named. A tile that the user may not use is not shown. */
  who: 'resident' | readonly Post[]
  home?: boolean
  /** Large: what most people open the app for. */
  main?: boolean
}
