import type { PropsWithChildren } from 'react'
import { watchPrivacy } from '@/state/privacy'
import { sayWhenAPageIsOutOfReach } from '@/device/out-of-reach'
// The order is the cascade's: a later part overrides an earlier one.
import './ui/theme/tokens-and-page.css'
import './ui/theme/cards-and-rows.css'
import './ui/theme/buttons-and-badges.css'
import './ui/theme/fields.css'
import './ui/theme/states.css'
import './ui/theme/sheets.css'
import './ui/theme/content.css'
import './ui/icons.css'

watchPrivacy()
if (process.env.TARO_ENV === 'h5') sayWhenAPageIsOutOfReach()

export default function App({ children }: PropsWithChildren) {
  return children
}
