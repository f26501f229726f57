import { Text } from '@tarojs/components'
import type { RosterLine } from '@domain/event/contract'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { useLang } from '@/i18n/lang'
import { Button, Sheet } from '@/ui'
import { FailureNote } from '@/widgets'
import { toast } from '@/device/platform'
import { peopleWords } from '../lib/looks'
import { useTexts } from '../texts'

interface Props {
  eventId: string
  line: RosterLine
  onDone: () => Promise<void>
  onClose: () => void
}

/** A check-in cannot be undone, so an accidental tap has to be confirmed. */
export function CheckInSheet({ eventId, line, onDone, onClose }: Props) {
  const t = useTexts()
  const lang = useLang()
  const checkIn = useSend(requestId =>
    cloud.event.checkIn({ id: eventId, code: line.code ?? '' }, { requestId }),
  )
  const tap = async () => {
    if (!(await checkIn.run())) return
    toast(t('checkedIn'))
    await onDone()
  }
  return (
    <Sheet id="check-in-sheet" title={t('checkInOne', { name: line.name || t('noName') })} onClose={onClose}>
      <Text className="push-reach">
        {[line.house && t('house', { code: line.house }), peopleWords(line.party, lang)]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Text className="quiet">{t('checkInSure')}</Text>
      {checkIn.failure ? <FailureNote failure={checkIn.failure} /> : null}
      <Button id="check-in-sure" icon="check" text={t('done')} busy={checkIn.busy} onTap={tap} />
    </Sheet>
  )
}
