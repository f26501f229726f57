import type { FigureView } from '@domain/desk/contract'
import type { Period } from '../lib'

export interface FigureProps {
  figure: FigureView
  period: Period
  /** Whether the reader sees the figure by person, with names. */
  knowsNames: boolean
}
