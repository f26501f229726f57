import type { PropsWithChildren } from 'react'
import { watchPrivacy } from './cloud/privacy'
import './ui/theme.css'
import './ui/icons.css'

watchPrivacy()

export default function App({ children }: PropsWithChildren) {
  return children
}
