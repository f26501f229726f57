import { Button as WeButton, Picker, Text, View } from '@tarojs/components'
import type { Output } from '@domain/contract'
import { go } from '@/device/navigate'
import { inBrowser } from '@/device/platform'
import { useLang } from '@/i18n/lang'
import { estateInstant, showDay } from '@/i18n/when'
import { Button, Choice, Field, Icon, Label } from '@/ui'
import { control } from '@/ui/control'
import { useTexts } from '../texts'

interface FieldProps {
  value: string
  wrong: string | undefined
  onChange: (value: string) => void
}

/** The estate, and the house when the code names one. */
export function Place({ place: { estate, houses } }: { place: Output<'account', 'lookupCode'> }) {
  const t = useTexts()
  return (
    <View className="hello">
      <Text className="hello-name">{t(estate)}</Text>
      {houses.length === 1 ? (
        <Text className="hello-place">{t('houseNo', { code: houses[0]!.code })}</Text>
      ) : null}
    </View>
  )
}

/** The code of a building leads to several houses. */
export function WhichHouse({
  houses,
  value,
  wrong,
  onChange,
}: FieldProps & { houses: Output<'account', 'lookupCode'>['houses'] }) {
  const t = useTexts()
  if (houses.length <= 1) return null
  return (
    <Label text={t('whichHouse')} wrong={wrong}>
      <Choice
        name="house"
        label={t('whichHouse')}
        columns={3}
        value={value || undefined}
        options={houses.map(house => ({ value: house.id, text: house.code }))}
        onChange={onChange}
      />
    </Label>
  )
}

/** The last day of a tenant's lease, `YYYY-MM-DD` at the estate. */
export function LeaseEnd({ value, wrong, onChange }: FieldProps) {
  const t = useTexts()
  const lang = useLang()
  return (
    <Label text={t('until')} wrong={wrong}>
      <Picker mode="date" value={value} onChange={event => onChange(event.detail.value)}>
        <View className="input input-picked" id="until">
          <Text className="input-inner">
            {value ? showDay(estateInstant(value, '12:00'), lang) : t('chooseDay')}
          </Text>
        </View>
      </Picker>
    </Label>
  )
}

/** The mobile number, typed or, in WeChat, given by WeChat as a code that the server exchanges. */
export function Phone({
  value,
  isFromWeChat,
  wrong,
  onChange,
  onWeChatCode,
}: FieldProps & { isFromWeChat: boolean; onWeChatCode: (code: string) => void }) {
  const t = useTexts()
  if (isFromWeChat)
    return (
      <View className="card card-soft">
        <Text>{t('gotPhone')}</Text>
      </View>
    )
  return (
    <>
      <Field
        id="phone"
        type="number"
        label={t('phone')}
        hint={t('phoneHint')}
        value={value}
        most={11}
        onChange={onChange}
        wrong={wrong}
      />
      {inBrowser ? null : (
        <WeButton
          className="button button-plain"
          openType="getPhoneNumber"
          onGetPhoneNumber={event => {
            if (event.detail.code) onWeChatCode(event.detail.code)
          }}
        >
          {t('wechatPhone')}
        </WeButton>
      )}
    </>
  )
}

/** The consent to the privacy guide, shown to users who have not agreed to this version. */
export function Agree({
  ticked,
  wrong,
  onTap,
}: {
  ticked: boolean
  wrong: string | undefined
  onTap: () => void
}) {
  const t = useTexts()
  return (
    <Label text="" wrong={wrong}>
      <View
        className="tick"
        {...control('checkbox', { label: t('agree'), checked: ticked, id: 'agree', onTap })}
      >
        <View className={`tick-box${ticked ? ' tick-on' : ''}`}>{ticked ? <Icon name="check" /> : null}</View>
        <Text>{t('agree')}</Text>
      </View>
      <Button
        id="read-guide"
        kind="quiet"
        small
        text={t('readGuide')}
        onTap={() => go('packages/account/privacy/index')}
      />
    </Label>
  )
}
