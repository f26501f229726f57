import type { PropsWithChildren } from 'react'
import { watchPrivacy } from '@/state/privacy'
import { sayWhenAPageIsOutOfReach } from '@/device/out-of-reach'
import './ui/theme.css'
import './ui/icons.css'

watchPrivacy()
if (process.env.TARO_ENV === 'h5') sayWhenAPageIsOutOfReach()

export default function App({ children }: PropsWithChildren) {
  return children
}
