import type { PropsWithChildren } from 'react'
import './ui/theme.css'
import './ui/icons.css'

export default function App({ children }: PropsWithChildren) {
  return children
}
