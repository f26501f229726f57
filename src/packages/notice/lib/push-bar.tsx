import type { PushProgress } from '@domain/notice/contract'
import { useLang } from '@/i18n/lang'
import { ShareBar, type Part } from '@/ui/share-bar'
import { showTime } from '@/i18n/when'
import { useTexts } from '../texts'

/** The possible results of a message, in the order of the bar, and how each looks on it. */
export const results = [
  ['sent', 'main'],
  ['refused', 'edge'],
  ['failed', 'bad'],
  ['left', 'soft'],
] as const
export type Result = (typeof results)[number][0]

/** A push as a bar: every person of the audience is on it. */
export function PushBar({ push }: { push: PushProgress }) {
  const t = useTexts()
  const parts = results.map(([result, look]): Part => ({ value: push[result], look }))
  return (
    <ShareBar
      of={push.total}
      parts={parts}
      label={results.map(([result]) => `${t(result)} ${push[result]}`).join(', ')}
    />
  )
}

/** How far it is, in one line. */
export function usePushLine(): (push: PushProgress) => string {
  const t = useTexts()
  const lang = useLang()
  return ({ stage, done, dueAt, total, left }) => {
    if (done) return total === 0 ? t('nobody') : t('done')
    if (stage === 'listing') return t('listing', { n: total })
    if (total === 0) return t('sending') // listed, and not counted yet
    return dueAt
      ? t('goesOn', { time: showTime(dueAt, lang) })
      : `${t('sending')} · ${t('settled', { n: total - left, total })}`
  }
}
