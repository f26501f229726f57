import { Text, View } from '@tarojs/components'
import { nextCharacters, plateProvinces, spokenPlate } from '@domain/kernel/plate'
import { useLang } from '@/i18n/lang'
import { textsOf } from '@/i18n/texts'
import { Label } from './field'
import { Icon } from './icon'
import { control, region } from './platform'
import './plate.css'

/** Kept here, so that the main package does not carry them. */
const texts = { erase: ['删除', 'Erase'], empty: ['请选省份', 'Choose the province'], piece: ['输入三位起', 'Type three characters'], provinces: ['省', '省'] } as const
const say = textsOf(texts)

const letters = [...'0123456789ABCDEFGHJKLMNOPQRSTUVWXYZ'].filter(letter => letter !== 'O')
const first = [...plateProvinces, '使', ...'0123456789']
const endings = [...'挂学警港澳领使']

interface Props {
  id: string
  label: string
  value: string
  onChange: (value: string) => void
  optional?: boolean
  wrong?: string | undefined
  /** A piece of a plate is enough: the keys of a serial come first, and none is shut. */
  piece?: boolean
}

/** A plate is tapped, never typed freely: the province first, then whatever can still become a plate. */
export function PlateField({ id, label, value, onChange, optional, wrong, piece }: Props) {
  const lang = useLang()
  const next = nextCharacters(value)
  const shown = piece ? value : spokenPlate(value)
  return (
    <Label text={label} optional={optional ?? false} wrong={wrong}>
      <View className={`plate${wrong ? ' input-wrong' : ''}`} {...region('status', label)}>
        <Text className={value ? 'plate-typed' : 'plate-empty'} id={id}>{shown || say(lang, piece ? 'piece' : 'empty')}</Text>
        {value ? <View className='plate-erase' {...control('button', { label: say(lang, 'erase'), id: `${id}-erase`, onTap: () => onChange(value.slice(0, -1)) })}><Icon name='back' /></View> : null}
      </View>
      {piece || next.size > 0 ? <Keys id={id} value={value} open={key => piece || next.has(key)} piece={piece ?? false} onKey={key => onChange(value + key)} /> : null}
    </Label>
  )
}

interface KeysProps { id: string; value: string; piece: boolean; open: (key: string) => boolean; onKey: (key: string) => void }

function Keys({ id, value, piece, open, onKey }: KeysProps) {
  const keys = value === '' && !piece ? first : [...letters, ...(value.length >= 5 || piece ? endings.filter(key => piece || open(key)) : []), ...(piece && value === '' ? plateProvinces : []), ...(open('I') && !piece ? ['I'] : []), ...(open('O') && !piece ? ['O'] : [])]
  return (
    <View className='keys'>
      {keys.map(key => (
        <View key={key} className={`key${open(key) ? '' : ' key-shut'}`} hoverClass='pressed' {...control('button', { label: key, id: `${id}-key-${key}`, disabled: !open(key), onTap: () => onKey(key) })}>
          <Text>{key}</Text>
        </View>
      ))}
    </View>
  )
}
