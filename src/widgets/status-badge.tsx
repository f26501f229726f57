import type { Status } from '@domain/repair/contract'
import { statusWords } from '@domain/repair/wording'
import { useTexts } from '@/i18n/texts'
import { Badge, type Tone } from '@/ui/badge'
import type { IconName } from '@/ui/icon'

const looks: Record<Status, [Tone, IconName]> = {
  submitted: ['warn', 'clock'],
  accepted: ['info', 'check'],
  assigned: ['info', 'user'],
  working: ['info', 'wrench'],
  finished: ['warn', 'flag'],
  closed: ['good', 'check'],
  cancelled: ['quiet', 'close'],
}

/** The state of a repair order. */
export function StatusBadge({ status }: { status: Status }) {
  const t = useTexts()
  const [tone, icon] = looks[status]
  return <Badge text={t(statusWords[status])} tone={tone} icon={icon} />
}
