import { Text } from '@tarojs/components'
import { useState } from 'react'
import type { ConsultMessage } from '@domain/consult/contract'
import { categories as complaintKinds, type Category as ComplaintKind } from '@domain/complaint/kinds'
import { categoryWords as complaintWords } from '@domain/complaint/wording'
import { guessComplaint, guessRepair } from '@domain/consult/guess'
import type { Category as RepairKind } from '@domain/repair/contract'
import { categoryWords as repairWords } from '@domain/repair/wording'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { Button, Choice, Field, Label, Sheet } from '@/ui'
import { FormFailure } from '@/widgets'
import { toast } from '@/device/platform'
import { useTexts } from '../texts'

export interface Making {
  kind: 'repair' | 'complaint'
  message: ConsultMessage
  houseId: string
  isDesk: boolean
}
const repairKinds = Object.keys(repairWords) as RepairKind[]

/**
 * Files a message as a repair request or a complaint, with its text, its photos and the most likely category.
 */
export function MakeSheet({
  making: { kind, message, houseId, isDesk },
  onClose,
  onMade,
}: {
  making: Making
  onClose: () => void
  onMade: () => Promise<void>
}) {
  const t = useTexts()
  const isRepair = kind === 'repair'
  const [category, setCategory] = useState<string>(
    isRepair ? guessRepair(message.text) : guessComplaint(message.text),
  )
  const [urgency, setUrgency] = useState<'normal' | 'urgent'>('normal')
  const [content, setContent] = useState(message.text || (message.photos.length ? t('seePhotos') : ''))
  const make = useSend(async requestId => {
    const common = {
      houseId,
      ...(message.photos.length ? { photos: message.photos } : {}),
      ...(isDesk ? { fromMessage: message.id } : {}),
    }
    const made = isRepair
      ? await cloud.repair.create(
          {
            place: 'house',
            category: category as RepairKind,
            urgency,
            description: content.trim(),
            ...common,
          },
          { requestId },
        )
      : await cloud.complaint.submit(
          { category: category as ComplaintKind, content: content.trim(), ...common },
          { requestId },
        )
    // A request of its own, with an id derived from the first.
    await cloud.consult.say(
      { houseId, made: { kind, id: made.id, of: message.id } },
      { requestId: `${requestId}-said` },
    )
    return made
  })
  const options = isRepair
    ? repairKinds.map(value => ({ value, text: t(repairWords[value]) }))
    : complaintKinds.map(value => ({ value, text: t(complaintWords[value]) }))
  return (
    <Sheet id="make-sheet" title={t(isRepair ? 'toRepair' : 'toComplaint')} onClose={onClose}>
      <Label text={t('what')}>
        <Choice name="category" label={t('what')} value={category} options={options} onChange={setCategory} />
      </Label>
      {isRepair ? (
        <Label text={t('urgency')}>
          <Choice
            name="urgency"
            label={t('urgency')}
            columns={2}
            value={urgency}
            options={(['normal', 'urgent'] as const).map(value => ({ value, text: t(value) }))}
            onChange={setUrgency}
          />
        </Label>
      ) : null}
      <Field
        id="make-content"
        long
        label={t('describe')}
        value={content}
        most={500}
        wrong={make.failure?.fields?.description ?? make.failure?.fields?.content}
        onChange={setContent}
      />
      {message.photos.length ? (
        <Text className="quiet">{t('photosKept', { n: message.photos.length })}</Text>
      ) : null}
      <FormFailure failure={make.failure} />
      <Button
        id="do-make"
        text={t('make')}
        busy={make.busy}
        disabled={!content.trim()}
        onTap={async () => {
          if (await make.run()) {
            toast(t('sent'))
            await onMade()
          }
        }}
      />
    </Sheet>
  )
}
