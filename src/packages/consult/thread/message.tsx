import { Text, View } from '@tarojs/components'
import type { ConsultMessage } from '@domain/consult/contract'
import { useLang } from '@/i18n/lang'
import { Button } from '@/ui'
import { Photos } from '@/ui/photos'
import { go } from '@/device/navigate'
import { handle } from '@/ui/control'
import { showTime } from '@/i18n/when'
import { useTexts } from '../texts'
import type { Making } from './make-sheet'

interface SaidProps {
  message: ConsultMessage
  pictures: Record<string, string>
  mayMake: boolean
  onMake: (kind: Making['kind']) => void
}

function lookOf({ handOver, mine }: ConsultMessage): string {
  if (handOver) return ' message-aside'
  return mine ? ' message-mine' : ''
}

/** A message, with the buttons that file it as a repair request or a complaint. */
export function Message({ message, pictures, mayMake, onMake }: SaidProps) {
  const t = useTexts()
  const lang = useLang()
  const { made } = message
  const authorOf = ({ handOver, side, name }: ConsultMessage): string => {
    if (handOver) return `${t('handed')} · ${name}`
    return side === 'desk' ? t('desk', { name }) : name
  }
  return (
    <View className={`message${lookOf(message)}`} {...handle(`said-${message.id}`)}>
      <Text className="card-meta">
        {[authorOf(message), showTime(message.at, lang)].filter(Boolean).join(' · ')}
      </Text>
      {message.text ? (
        <Text className="message-text" userSelect>
          {message.text}
        </Text>
      ) : null}
      <Photos urls={message.photos.flatMap(photo => pictures[photo] ?? [])} />
      {made ? (
        <Button
          id={`made-${made.id}`}
          kind="plain"
          small
          text={t(made.kind === 'repair' ? 'madeRepair' : 'madeComplaint', { no: made.no })}
          onTap={() =>
            go(
              `packages/${made.kind === 'repair' ? 'repair/order' : 'complaint/complaint'}/index?id=${made.id}`,
            )
          }
        />
      ) : null}
      {mayMake ? (
        <View className="buttons">
          <Button
            id={`to-repair-${message.id}`}
            kind="quiet"
            small
            icon="wrench"
            text={t('repairShort')}
            label={t('toRepair')}
            onTap={() => onMake('repair')}
          />
          <Button
            id={`to-complaint-${message.id}`}
            kind="quiet"
            small
            icon="flag"
            text={t('complaintShort')}
            label={t('toComplaint')}
            onTap={() => onMake('complaint')}
          />
        </View>
      ) : null}
    </View>
  )
}
