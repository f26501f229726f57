import type { ClockName, ComplaintView } from '@domain/complaint/contract'
import { clockWords, stepWords } from '@domain/complaint/wording'
import { useLang } from '@/i18n/lang'
import { Timeline, type Step } from '@/ui/timeline'
import { showTime } from '@/i18n/when'
import { runningClocks, useEscalationNames } from '../clock'
import { useTexts } from '../texts'

/** The timeline: the next step and its deadline, then the history. */
export function Progress({ complaint }: { complaint: ComplaintView }) {
  const t = useTexts()
  const lang = useLang()
  const who = useEscalationNames()
  const pictures = (ids: readonly string[]): string[] => ids.flatMap(id => complaint.pictures[id] ?? [])
  const awaited = (name: ClockName): string =>
    name === 'callBack' && complaint.asked && complaint.actions.includes('answer')
      ? t('toBeAnswered')
      : t(clockWords[name])
  const next: Step[] =
    complaint.status === 'called_back'
      ? [{ key: 'close', title: t('toBeClosed'), when: '', next: true }]
      : runningClocks(complaint)
          .reverse()
          .map(({ name, dueAt }) => ({
            key: `next-${name}`,
            title: awaited(name),
            when: t('nextBy', { time: showTime(dueAt, lang) }),
            next: true,
            late: Date.parse(dueAt) < Date.now(),
          }))
  const past = [...complaint.timeline].reverse().map((step): Step => {
    const late = step.what === 'overdue'
    const notified = step.told?.length ? t('haveNotified', { who: who(step.told) }) : undefined
    const note = late ? notified : step.note
    return {
      key: `${step.at}${step.what}`,
      title:
        late && step.late
          ? `${t(stepWords.overdue)} · ${step.late.map(name => t(clockWords[name])).join(' · ')}`
          : t(stepWords[step.what]),
      when: showTime(step.at, lang),
      late,
      ...(step.by.name ? { who: step.by.name } : {}),
      photos: pictures(step.photos ?? []),
      ...(note || step.satisfied
        ? { note: [step.satisfied ? `${step.satisfied} / 5` : '', note].filter(Boolean).join(' · ') }
        : {}),
    }
  })
  return <Timeline steps={[...next, ...past]} />
}
