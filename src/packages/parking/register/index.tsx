import Taro from '@tarojs/taro'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Session } from '@domain/account/contract'
import type { Output } from '@domain/contract'
import { isPlate } from '@domain/kernel/plate'
import { permits, vehicles, type Permit, type Vehicle } from '@domain/parking/kinds'
import { permitWords, vehicleWords } from '@domain/parking/wording'
import { cloud } from '@/cloud/client'
import { useLoad, useSend } from '@/cloud/hooks'
import { toast } from '@/device/platform'
import { askConsent } from '@/state/consent'
import { useDraft } from '@/state/draft'
import { useKnownSession } from '@/state/session'
import { Button, Choice, Field, Label } from '@/ui'
import { PlateField } from '@/ui/plate-field'
import { FormFailure, NotBound, Page, States } from '@/widgets'
import { HouseField, houseOf } from '@/widgets/house-field'
import { useAreaName, useEnglishAreas } from '../lib/area-names'
import { useTexts } from '../texts'
import '../parking.css'

interface Draft {
  houseId: string
  vehicle: Vehicle
  permit: Permit
  plate: string
  area: string
  note: string
}
const blank: Draft = { houseId: '', vehicle: 'car', permit: 'monthly', plate: '', area: '', note: '' }

/** A resident registers a vehicle of the house, for the butler to approve. */
export default function RegisterPage() {
  const t = useTexts()
  const me = useKnownSession()
  useEnglishAreas(me.data)
  if (me.data?.houses.length) return <Register houses={me.data.houses} />
  return (
    <Page title={t('registerTitle')} id="page-register">
      {me.data ? (
        <NotBound />
      ) : (
        <States of={me} cards={3}>
          {() => null}
        </States>
      )}
    </Page>
  )
}

/** A car needs a plate, a motorcycle may have one, a bicycle has none. */
function lacksPlate({ vehicle, plate }: Draft): boolean {
  if (vehicle === 'car') return !isPlate(plate)
  return vehicle === 'motorcycle' && plate !== '' && !isPlate(plate)
}

const toInput = (draft: Draft, houseId: string, area: string) => ({
  houseId,
  vehicle: draft.vehicle,
  permit: draft.permit,
  ...(draft.vehicle !== 'bicycle' && draft.plate ? { plate: draft.plate } : {}),
  ...(area ? { area } : {}),
  ...(draft.note.trim() ? { note: draft.note.trim() } : {}),
})

function Register({ houses }: { houses: Session['houses'] }) {
  const t = useTexts()
  const [draft, patch, clear] = useDraft<Draft>('vehicle', blank)
  const [checked, setChecked] = useState(false)
  const houseId = houseOf(houses, draft.houseId)
  const quota = useLoad(async () => (houseId ? cloud.parking.quota({ houseId }) : undefined), [houseId])
  const areas = areasFor(quota.data, draft.vehicle)
  // The area of a draft may be gone by now.
  const area = areas.includes(draft.area) ? draft.area : ''
  const register = useSend(
    requestId => cloud.parking.register(toInput(draft, houseId, area), { requestId }),
    'vehicle',
  )
  const fields = register.failure?.fields
  const needPlate = lacksPlate(draft)
  /** What is missing, once the reader has tried to send; else what the server refused. */
  const wrongOf = (field: keyof Draft, missing: 'needHouse' | 'needPlate' | false = false) =>
    checked && missing ? t(missing) : fields?.[field]
  const change = (next: Partial<Draft>) => {
    // The refusal was about another vehicle.
    register.clear()
    patch(next)
  }
  const tap = async () => {
    setChecked(true)
    if (!houseId) return toast(t('needHouse'))
    if (needPlate) return toast(t('needPlate'))
    askConsent('parkingNews')
    const made = await register.run()
    if (!made) return
    clear()
    toast(t('sent'))
    void Taro.redirectTo({ url: `/packages/parking/vehicle/index?id=${made.id}` })
  }
  return (
    <Page
      title={t('registerTitle')}
      id="page-register"
      foot={
        <>
          <FormFailure failure={register.failure} />
          <Button
            id="send"
            text={t('send')}
            busy={register.busy}
            disabled={isFull(quota.data, draft.vehicle)}
            onTap={tap}
          />
        </>
      }
    >
      <HouseField
        label={t('whichHouse')}
        houses={houses}
        value={houseId}
        wrong={wrongOf('houseId', !houseId && 'needHouse')}
        onChange={houseId => patch({ houseId })}
      />
      <WhichVehicle
        value={draft.vehicle}
        quota={quota.data}
        onChange={vehicle => change({ vehicle, area: '' })}
      />
      {draft.vehicle === 'bicycle' ? null : (
        <PlateField
          id="plate"
          label={t('plate')}
          optional={draft.vehicle === 'motorcycle'}
          value={draft.plate}
          wrong={wrongOf('plate', needPlate && 'needPlate')}
          onChange={plate => change({ plate })}
        />
      )}
      <Label text={t('permit')} wrong={wrongOf('permit')}>
        <Choice
          name="permit"
          label={t('permit')}
          value={draft.permit}
          options={permits.map(value => ({ value, text: t(permitWords[value]) }))}
          onChange={permit => patch({ permit })}
        />
        <Text className="quiet hint">{t(`${draft.permit}Hint`)}</Text>
      </Label>
      <WhichArea
        areas={areas}
        value={area}
        wrong={wrongOf('area')}
        onChange={next => change({ area: next })}
      />
      <Field
        id="note"
        optional
        label={t('note')}
        hint={t('noteHint')}
        value={draft.note}
        most={100}
        wrong={wrongOf('note')}
        onChange={note => patch({ note })}
      />
      {register.failure ? <View className="foot-room" /> : null}
    </Page>
  )
}

type Quota = Output<'parking', 'quota'>

const shareOf = (quota: Quota | undefined, vehicle: Vehicle) =>
  quota?.items.find(each => each.vehicle === vehicle)

const areasFor = (quota: Quota | undefined, vehicle: Vehicle): string[] =>
  (quota?.areas ?? []).filter(each => each.vehicle === vehicle).map(each => each.area)

function isFull(quota: Quota | undefined, vehicle: Vehicle): boolean {
  const share = shareOf(quota, vehicle)
  return share !== undefined && share.used >= share.most
}

function WhichVehicle({
  value,
  quota,
  onChange,
}: {
  value: Vehicle
  quota: Quota | undefined
  onChange: (vehicle: Vehicle) => void
}) {
  const t = useTexts()
  const withQuota = (vehicle: Vehicle): string => {
    const name = t(vehicleWords[vehicle])
    const share = shareOf(quota, vehicle)
    return share ? t('quotaOf', { name, used: share.used, most: share.most }) : name
  }
  return (
    <Label text={t('what')} wrong={isFull(quota, value) ? t('quotaFull') : undefined}>
      <Choice
        name="vehicle"
        label={t('what')}
        columns={3}
        value={value}
        options={vehicles.map(vehicle => ({ value: vehicle, text: withQuota(vehicle) }))}
        onChange={onChange}
      />
    </Label>
  )
}

function WhichArea({
  areas,
  value,
  wrong,
  onChange,
}: {
  areas: readonly string[]
  value: string
  wrong: string | undefined
  onChange: (area: string) => void
}) {
  const t = useTexts()
  const areaName = useAreaName()
  if (areas.length <= 1) return null
  return (
    <Label text={t('area')} optional wrong={wrong}>
      <Choice
        name="area"
        label={t('area')}
        value={value}
        options={[
          { value: '', text: t('anyArea') },
          ...areas.map(area => ({ value: area, text: areaName(area) })),
        ]}
        onChange={onChange}
      />
    </Label>
  )
}
