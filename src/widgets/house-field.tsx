import type { Session } from '@domain/account/contract'
import { useTexts } from '@/i18n/texts'
import { Choice } from '@/ui/choice'
import { Label } from '@/ui/field'

type Houses = Session['houses']

/** The id of the chosen house, or of the only one; empty: the user has to choose. */
export function houseOf(houses: Houses, chosen: string): string {
  const found = houses.find(house => house.id === chosen)
  return found?.id ?? (houses.length === 1 ? houses[0]!.id : '')
}

interface Props {
  label: string
  houses: Houses
  value: string
  wrong: string | undefined
  onChange: (id: string) => void
}

/** Chooses one of the user's houses; hidden for users with one house. */
export function HouseField({ label, houses, value, wrong, onChange }: Props) {
  const t = useTexts()
  if (houses.length <= 1) return null
  return (
    <Label text={label} wrong={wrong}>
      <Choice
        name="house"
        label={label}
        value={value}
        options={houses.map(house => ({ value: house.id, text: t('houseNo', { code: house.code }) }))}
        onChange={onChange}
      />
    </Label>
  )
}
