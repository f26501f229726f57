import type { PropsWithChildren } from 'react'
import { defineTexts } from '@/i18n/texts'
import { Button } from './button'
import { Label } from './field'

/** Kept here, so that the main package does not carry them. */
const useTexts = defineTexts({ add: ['添加英文', 'Add English'], leave: ['不要英文', 'Remove English'] })

/** The fields of the English version, behind a button, because most texts have none. */
export function EnglishPart({
  on,
  onChange,
  children,
}: PropsWithChildren<{ on: boolean; onChange: (on: boolean) => void }>) {
  const t = useTexts()
  return (
    <>
      {on ? children : null}
      <Label text="">
        <Button
          id="english"
          kind="quiet"
          icon={on ? 'close' : 'plus'}
          text={t(on ? 'leave' : 'add')}
          onTap={() => onChange(!on)}
        />
      </Label>
    </>
  )
}
