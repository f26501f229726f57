import Taro from '@tarojs/taro'
import { useState } from 'react'
import { isPlate } from '@domain/kernel/plate'
import { permits, vehicles, type Permit, type Vehicle } from '@domain/parking/kinds'
import { permitWords, vehicleWords } from '@domain/parking/wording'
import { Text, View } from '@tarojs/components'
import { cloud } from '@/cloud/client'
import { askConsent } from '@/state/consent'
import { useDraft } from '@/state/draft'
import { useLoad, useSend } from '@/cloud/hooks'
import { useKnownSession } from '@/state/session'
import { Button, Choice, Field, Label } from '@/ui'
import { FailureNote, NotBound, Page, States } from '@/widgets'
import { PlateField } from '@/ui/plate-field'
import { toast } from '@/device/platform'
import { useAreaName, useEnglishAreas } from '../lib/area-names'
import { useTexts, type ParkingText } from '../texts'
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

/** A vehicle of the house, for the butler to approve. */
export default function RegisterPage() {
  const t = useTexts()
  const me = useKnownSession()
  useEnglishAreas(me.data)
  const areaName = useAreaName()
  const [draft, patch, clear] = useDraft<Draft>('vehicle', blank)
  const [checked, setChecked] = useState(false)
  const houses = me.data?.houses ?? []
  const houseId =
    houses.find(house => house.id === draft.houseId)?.id ?? (houses.length === 1 ? houses[0]!.id : '')
  const quota = useLoad(async () => (houseId ? cloud.parking.quota({ houseId }) : undefined), [houseId])
  const areas = quota.data?.areas.filter(({ vehicle }) => vehicle === draft.vehicle) ?? []
  // The area of a draft may have gone since.
  const area = areas.some(each => each.area === draft.area) ? draft.area : ''
  const register = useSend(
    requestId =>
      cloud.parking.register(
        {
          houseId,
          vehicle: draft.vehicle,
          permit: draft.permit,
          ...(draft.vehicle !== 'bicycle' && draft.plate ? { plate: draft.plate } : {}),
          ...(area ? { area } : {}),
          ...(draft.note.trim() ? { note: draft.note.trim() } : {}),
        },
        { requestId },
      ),
    'vehicle',
  )
  const fields = register.failure?.fields
  const needPlate =
    draft.vehicle === 'car'
      ? !isPlate(draft.plate)
      : draft.vehicle === 'motorcycle' && draft.plate !== '' && !isPlate(draft.plate)
  const left = quota.data?.items.find(({ vehicle }) => vehicle === draft.vehicle)
  const isFull = left !== undefined && left.used >= left.most
  const change = (next: Partial<Draft>) => {
    // What was refused was about another vehicle.
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
  if (!me.data)
    return (
      <Page title={t('registerTitle')} id="page-register">
        <States of={me} cards={3}>
          {() => null}
        </States>
      </Page>
    )
  if (!houses.length)
    return (
      <Page title={t('registerTitle')} id="page-register">
        <NotBound />
      </Page>
    )
  return (
    <Page
      title={t('registerTitle')}
      id="page-register"
      foot={
        <>
          {register.failure && !fields ? <FailureNote failure={register.failure} /> : null}
          <Button id="send" text={t('send')} busy={register.busy} disabled={isFull} onTap={tap} />
        </>
      }
    >
      {houses.length > 1 ? (
        <Label text={t('whichHouse')} wrong={checked && !houseId ? t('needHouse') : undefined}>
          <Choice
            name="house"
            label={t('whichHouse')}
            value={houseId}
            options={houses.map(house => ({ value: house.id, text: t('houseNo', { code: house.code }) }))}
            onChange={id => patch({ houseId: id })}
          />
        </Label>
      ) : null}
      <Label text={t('what')} wrong={isFull ? t('quotaFull') : undefined}>
        <Choice
          name="vehicle"
          label={t('what')}
          columns={3}
          value={draft.vehicle}
          options={vehicles.map(value => ({ value, text: withQuota(t(vehicleWords[value]), value) }))}
          onChange={vehicle => change({ vehicle, area: '' })}
        />
      </Label>
      {draft.vehicle === 'bicycle' ? null : (
        <PlateField
          id="plate"
          label={t('plate')}
          optional={draft.vehicle === 'motorcycle'}
          value={draft.plate}
          wrong={checked && needPlate ? t('needPlate') : fields?.plate}
          onChange={plate => change({ plate })}
        />
      )}
      <Label text={t('permit')} wrong={fields?.permit}>
        <Choice
          name="permit"
          label={t('permit')}
          value={draft.permit}
          options={permits.map(value => ({ value, text: t(permitWords[value]) }))}
          onChange={permit => patch({ permit })}
        />
        <Text className="quiet hint">{t(`${draft.permit}Hint` as ParkingText)}</Text>
      </Label>
      {areas.length > 1 ? (
        <Label text={t('area')} optional wrong={fields?.area}>
          <Choice
            name="area"
            label={t('area')}
            value={area}
            options={[
              { value: '', text: t('anyArea') },
              ...areas.map(each => ({ value: each.area, text: areaName(each.area) })),
            ]}
            onChange={next => change({ area: next })}
          />
        </Label>
      ) : null}
      <Field
        id="note"
        optional
        label={t('note')}
        hint={t('noteHint')}
        value={draft.note}
        most={100}
        wrong={fields?.note}
        onChange={note => patch({ note })}
      />
      {register.failure ? <View className="foot-room" /> : null}
    </Page>
  )

  function withQuota(name: string, vehicle: Vehicle): string {
    const found = quota.data?.items.find(each => each.vehicle === vehicle)
    return found ? t('quotaOf', { name, used: found.used, most: found.most }) : name
  }
}
