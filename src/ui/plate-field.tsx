import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { nextCharacters, plateProvinces, spokenPlate } from '@domain/kernel/plate'
import { defineTexts } from '@/i18n/texts'
import { Label } from './field'
import { Icon } from './icon'
import { control, region } from './control'
import './plate.css'

/** Kept here, so that the main package does not carry them. */
const useTexts = defineTexts({
  erase: ['删除', 'Delete'],
  empty: ['请选省份', 'Choose the province'],
  piece: ['至少输入 3 位', 'Enter at least 3 characters'],
  typeOn: ['继续输入', 'Keep typing'],
  toWords: ['省份和汉字', 'Provinces and other characters'],
  toSigns: ['字母和数字', 'Letters and digits'],
})

const digits = [...'0123456789']
const signs = [...digits, ...'ABCDEFGHJKLMNPQRSTUVWXYZ']
/** Letters of a city that no serial has. */
const cityAlone = ['I', 'O']
const endings = [...'挂学警港澳领使']
const embassy = '使'
/** The longest plate. */
const most = 8

interface Props {
  id: string
  label: string
  value: string
  onChange: (value: string) => void
  optional?: boolean
  wrong?: string | undefined
  /** Part of a plate is enough: the letters and digits come first, and no key is disabled. */
  piece?: boolean
  /** The keys are out of the way until the field is tapped. */
  folded?: boolean
  onUnfold?: () => void
}

/** A keyboard for plates: the province first, then only keys that can still lead to a valid plate. */
export function PlateField({
  id,
  label,
  value,
  onChange,
  optional,
  wrong,
  piece = false,
  folded = false,
  onUnfold,
}: Props) {
  const t = useTexts()
  const next = nextCharacters(value)
  const isOpen = (key: string): boolean => (piece ? value.length < most : next.has(key))
  return (
    <Label text={label} optional={optional ?? false} wrong={wrong}>
      <View className={`plate${wrong ? ' input-wrong' : ''}`} {...region('status', label)}>
        <View
          className="plate-text"
          {...(folded
            ? control('button', {
                label: t('typeOn'),
                id: `${id}-unfold`,
                ...(onUnfold ? { onTap: onUnfold } : {}),
              })
            : {})}
        >
          <Text className={value ? 'plate-typed' : 'plate-empty'} id={id}>
            {(piece ? value : spokenPlate(value)) || t(piece ? 'piece' : 'empty')}
          </Text>
        </View>
        {value ? (
          <View
            className="plate-erase"
            hoverClass="pressed"
            {...control('button', {
              label: t('erase'),
              id: `${id}-erase`,
              onTap: () => onChange(value.slice(0, -1)),
            })}
          >
            <Icon name="erase" />
          </View>
        ) : null}
      </View>
      {!folded && (piece || next.size > 0) ? (
        <Keys id={id} value={value} piece={piece} isOpen={isOpen} onKey={key => onChange(value + key)} />
      ) : null}
    </Label>
  )
}

interface KeysProps {
  id: string
  value: string
  piece: boolean
  isOpen: (key: string) => boolean
  onKey: (key: string) => void
}

/**
 * Two keyboards: provinces and other characters, or letters and digits. A full plate starts on the first,
 * part of a plate on the second.
 */
function Keys({ id, value, piece, isOpen, onKey }: KeysProps) {
  const t = useTexts()
  const [isTurned, setTurned] = useState(false)
  const begins = value === '' && !piece
  const hasWords = begins !== isTurned
  const keysOnBoard = (): string[] => {
    if (hasWords) return [...plateProvinces, ...(piece ? endings : [embassy])]
    if (begins) return digits
    return [...signs, ...(piece ? [] : [...cityAlone, ...endings].filter(isOpen))]
  }
  const turnText = (): string => {
    if (!hasWords) return '省'
    return begins ? '123' : 'ABC'
  }
  const type = (key: string) => {
    setTurned(false)
    onKey(key)
  }
  return (
    <View className="keys">
      {keysOnBoard().map(key => (
        <Key
          key={key}
          id={`${id}-key-${key}`}
          text={key}
          label={key}
          disabled={!isOpen(key)}
          onTap={() => type(key)}
        />
      ))}
      {piece || begins ? (
        <Key
          id={`${id}-turn`}
          text={turnText()}
          label={t(hasWords ? 'toSigns' : 'toWords')}
          turns
          onTap={() => setTurned(!isTurned)}
        />
      ) : null}
    </View>
  )
}

interface KeyProps {
  id: string
  text: string
  label: string
  disabled?: boolean
  /** Switches to the other keyboard. */
  turns?: boolean
  onTap: () => void
}

const Key = ({ id, text, label, disabled = false, turns, onTap }: KeyProps) => (
  <View
    className={`key${disabled ? ' key-shut' : ''}${turns ? ' key-turn' : ''}`}
    hoverClass="pressed"
    {...control('button', { label, id, disabled, onTap })}
  >
    <Text>{text}</Text>
  </View>
)
