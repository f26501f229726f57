import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import type { Input } from '@domain/contract'
import type { Card as Order, Category } from '@domain/repair/contract'
import { categoryWords } from '@domain/repair/wording'
import { cloud } from '@/cloud/client'
import { askConsent } from '@/state/consent'
import { useDraft } from '@/state/draft'
import { useSend } from '@/cloud/hooks'
import { useKnownSession } from '@/state/session'
import { useLang } from '@/i18n/lang'
import { Button, Choice, Field, Icon, Label, Sheet } from '@/ui'
import { FailureNote, NotBound, Page, States } from '@/widgets'
import { OrderCard, openOrder } from '@/widgets/order-card'
import { PhotoPicker, type Photo } from '@/widgets/photo-picker'
import { toast } from '@/device/platform'
import { estateDayAhead, estateInstant, showDay } from '@/i18n/when'
import { useTexts, type RepairText } from '../texts'

interface Draft {
  place: 'house' | 'public'
  houseId: string
  facility: string
  category: Category | ''
  urgency: 'normal' | 'urgent'
  description: string
  photos: Photo[]
  /** `YYYY-MM-DD` at the estate; empty: as soon as possible. */
  day: string
  window: string
}

const blank: Draft = {
  place: 'house',
  houseId: '',
  facility: '',
  category: '',
  urgency: 'normal',
  description: '',
  photos: [],
  day: '',
  window: '',
}
const inHouse: Category[] = [
  'water',
  'drain',
  'electric',
  'gas',
  'lock',
  'window',
  'heating',
  'appliance',
  'wall',
  'lighting',
  'network',
  'other',
]
const inPublic: Category[] = [
  'lift',
  'lighting',
  'water',
  'drain',
  'electric',
  'gas',
  'window',
  'lock',
  'wall',
  'heating',
  'network',
  'other',
]
/** When technicians come, at the estate's time. */
const windows = ['08:30-10:30', '10:30-12:00', '13:30-15:30', '15:30-18:00', '18:00-20:00']
const daysAhead = [0, 1, 2, 3, 4, 5, 6]

const instantOf = (day: string, window: string, end: 0 | 1): string =>
  estateInstant(day, window.split('-')[end]!)
const stillOpen = (day: string, window: string): boolean => Date.parse(instantOf(day, window, 0)) > Date.now()

/** What is missing, by field. */
function missing(draft: Draft, houseId: string): Partial<Record<keyof Draft, RepairText>> {
  const wrong: Partial<Record<keyof Draft, RepairText>> = {}
  if (!draft.category) wrong.category = 'needCategory'
  if (!draft.description.trim()) wrong.description = 'needDescription'
  if (draft.place === 'public' && !draft.facility.trim()) wrong.facility = 'needFacility'
  if (draft.place === 'house' && !houseId) wrong.houseId = 'needHouse'
  if (draft.urgency === 'normal' && draft.day && !(draft.window && stillOpen(draft.day, draft.window)))
    wrong.window = 'needWindow'
  return wrong
}

function toInput(draft: Draft, houseId: string, category: Category): Input<'repair', 'create'> {
  const input: Input<'repair', 'create'> = {
    place: draft.place,
    category,
    urgency: draft.urgency,
    description: draft.description.trim(),
  }
  if (houseId) input.houseId = houseId
  if (draft.facility.trim()) input.facility = draft.facility.trim()
  if (draft.photos.length) input.photos = draft.photos.map(photo => photo.fileID)
  if (draft.urgency === 'normal' && draft.day && draft.window) {
    input.appointment = {
      from: instantOf(draft.day, draft.window, 0),
      to: instantOf(draft.day, draft.window, 1),
    }
  }
  return input
}

export default function FilePage() {
  const t = useTexts()
  const lang = useLang()
  const me = useKnownSession()
  const known = me.data
  const [draft, patch, clear] = useDraft<Draft>('repair', blank)
  const [restored, setRestored] = useState(() =>
    Boolean(draft.description || draft.category || draft.photos.length),
  )
  const [uploading, setUploading] = useState(false)
  const [checked, setChecked] = useState(false)
  const [alike, setAlike] = useState<Order[]>()
  const photos = useRef(draft.photos)
  photos.current = draft.photos

  const houses = known?.houses ?? []
  const houseId =
    houses.find(house => house.id === draft.houseId)?.id ?? (houses.length === 1 ? houses[0]!.id : '')
  const wrong = checked ? missing(draft, houseId) : {}
  const categories = draft.place === 'house' ? inHouse : inPublic

  const create = useSend(
    (requestId, category: Category) => cloud.repair.create(toInput(draft, houseId, category), { requestId }),
    'repair',
  )
  const fields = create.failure?.fields
  const leave = (id: string) => {
    clear()
    void Taro.redirectTo({ url: `/packages/repair/order/index?id=${id}` })
  }
  const sendNow = async () => {
    if (!draft.category) return
    const order = await create.run(draft.category)
    if (!order) return
    toast(t('sent'))
    leave(order.id)
  }
  const urge = useSend((requestId, id: string) => cloud.repair.urge({ id }, { requestId }))

  // Asked while the person still writes, so that sending does not wait for it.
  const key = draft.category
    ? `${draft.place}/${draft.category}/${draft.place === 'public' ? draft.facility.trim() : ''}`
    : ''
  const [similar, setSimilar] = useState<{ key: string; items: Order[] }>({ key: '', items: [] })
  useEffect(() => {
    if (!key || !draft.category) return undefined
    let current = true
    const timer = setTimeout(() => {
      cloud.repair
        .similar({
          place: draft.place,
          category: draft.category as Category,
          ...(draft.place === 'public' && draft.facility.trim() ? { facility: draft.facility.trim() } : {}),
        })
        .then(({ items }) => {
          if (current) setSimilar({ key, items })
        })
        .catch(() => undefined) // a help, not a condition
    }, 500)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [key])

  const tap = async () => {
    setChecked(true)
    const problems = Object.keys(missing(draft, houseId))
    if (problems.length) {
      void Promise.resolve(Taro.pageScrollTo({ selector: `#field-${problems[0]!}`, duration: 200 })).catch(
        () => undefined,
      )
      toast(t(missing(draft, houseId)[problems[0] as keyof Draft]!))
      return
    }
    askConsent('repairProgress')
    const items = similar.key === key ? similar.items : []
    if (items.length) setAlike(items)
    else await sendNow()
  }

  if (!known)
    return (
      <Page title={t('fileTitle')} id="page-file">
        <States of={me} cards={3}>
          {() => null}
        </States>
      </Page>
    )
  if (!houses.length)
    return (
      <Page title={t('fileTitle')} id="page-file">
        <NotBound />
      </Page>
    )

  return (
    <Page
      title={t('fileTitle')}
      id="page-file"
      foot={
        <Button
          id="send-repair"
          text={uploading ? t('waitPhotos') : t('send')}
          busy={create.busy}
          disabled={uploading}
          onTap={tap}
        />
      }
      over={
        alike ? (
          <Sheet
            id="similar"
            title={alike.length === 1 ? t('similarOne') : t('similarTitle', { n: alike.length })}
            onClose={() => setAlike(undefined)}
          >
            {alike.map(order => (
              <View key={order.id}>
                <OrderCard order={order} onTap={() => openOrder(order.id)} />
                {order.actions.includes('urge') ? (
                  <Button
                    id={`similar-urge-${order.id}`}
                    kind="plain"
                    text={t('similarUrge')}
                    busy={urge.busy}
                    onTap={async () => {
                      if (await urge.run(order.id)) {
                        toast(t('urged'))
                        leave(order.id)
                      }
                    }}
                  />
                ) : (
                  <Button
                    id={`similar-see-${order.id}`}
                    kind="plain"
                    text={t('similarSee')}
                    onTap={() => openOrder(order.id)}
                  />
                )}
              </View>
            ))}
            {urge.failure ? <FailureNote failure={urge.failure} /> : null}
            <Button
              id="similar-send"
              text={t('similarNo')}
              busy={create.busy}
              onTap={async () => {
                await sendNow()
                setAlike(undefined)
              }}
            />
          </Sheet>
        ) : null
      }
    >
      {restored ? (
        <View className="notice" id="draft-restored">
          <View className="row-words">
            <Text>{t('draftKept')}</Text>
          </View>
          <Button
            id="start-over"
            kind="quiet"
            small
            text={t('startOver')}
            onTap={() => {
              clear()
              setRestored(false)
              setChecked(false)
            }}
          />
        </View>
      ) : null}

      <Label text={t('where')}>
        <Choice
          name="place"
          label={t('where')}
          columns={2}
          value={draft.place}
          options={[
            { value: 'house', text: t('placeHouse'), icon: 'home' },
            { value: 'public', text: t('placePublic'), icon: 'building' },
          ]}
          onChange={place =>
            patch({
              place,
              category:
                draft.category && (place === 'house' ? inHouse : inPublic).includes(draft.category)
                  ? draft.category
                  : '',
            })
          }
        />
      </Label>
      {houses.length > 1 && draft.place === 'house' ? (
        <View id="field-houseId">
          <Label text={t('whichHouse')} wrong={wrong.houseId && t(wrong.houseId)}>
            <Choice
              name="house"
              label={t('whichHouse')}
              value={houseId}
              options={houses.map(house => ({ value: house.id, text: t('houseNo', { code: house.code }) }))}
              onChange={id => patch({ houseId: id })}
            />
          </Label>
        </View>
      ) : null}
      <View id="field-category">
        <Label text={t('what')} wrong={wrong.category ? t(wrong.category) : fields?.category}>
          <Choice
            name="category"
            label={t('what')}
            columns={3}
            value={draft.category || undefined}
            options={categories.map(value => ({ value, text: t(categoryWords[value]), icon: value }))}
            onChange={category => patch({ category })}
          />
        </Label>
      </View>
      {draft.category === 'gas' || draft.category === 'lift' ? (
        <View className="notice">
          <Icon name="alert" />
          <Text>{t(draft.category === 'gas' ? 'gasWarning' : 'liftWarning')}</Text>
        </View>
      ) : null}
      <Label text={t('urgency')}>
        <Choice
          name="urgency"
          label={t('urgency')}
          columns={2}
          value={draft.urgency}
          options={[
            { value: 'normal', text: t('normal'), icon: 'clock' },
            { value: 'urgent', text: t('urgent'), icon: 'bolt' },
          ]}
          onChange={urgency => patch({ urgency })}
        />
        {draft.urgency === 'urgent' ? <Text className="quiet hint">{t('urgentHint')}</Text> : null}
      </Label>
      <View id="field-facility">
        <Field
          id="facility"
          label={t('facility')}
          value={draft.facility}
          most={40}
          optional={draft.place === 'house'}
          hint={t(draft.place === 'house' ? 'facilityHouse' : 'facilityPublic')}
          wrong={wrong.facility ? t(wrong.facility) : fields?.facility}
          onChange={facility => patch({ facility })}
        />
      </View>
      <View id="field-description">
        <Field
          id="description"
          long
          label={t('describe')}
          value={draft.description}
          most={500}
          hint={t('describeHint')}
          wrong={wrong.description ? t(wrong.description) : fields?.description}
          onChange={description => patch({ description })}
        />
      </View>
      <Label text={t('photos')} optional wrong={fields?.photos}>
        <Text className="quiet">{t('photosHint')}</Text>
        <PhotoPicker
          value={draft.photos}
          onBusy={setUploading}
          onChange={change => {
            photos.current = change(photos.current)
            patch({ photos: photos.current })
          }}
        />
      </Label>
      {draft.urgency === 'normal' ? (
        <View id="field-window">
          <Label text={t('appointment')} optional wrong={fields?.appointment}>
            <Choice
              name="day"
              label={t('appointment')}
              value={draft.day || 'any'}
              options={[
                { value: 'any', text: t('anyTime') },
                ...daysAhead
                  .map(ahead => estateDayAhead(ahead))
                  .filter(day => windows.some(window => stillOpen(day, window)))
                  .map(day => ({ value: day, text: showDay(estateInstant(day, '12:00'), lang) })),
              ]}
              onChange={day => patch(day === 'any' ? { day: '', window: '' } : { day })}
            />
          </Label>
          {draft.day ? (
            <Label text={t('timeWindow')} wrong={wrong.window && t(wrong.window)}>
              <Choice
                name="window"
                label={t('timeWindow')}
                columns={2}
                value={draft.window}
                options={windows
                  .filter(window => stillOpen(draft.day, window))
                  .map(window => ({ value: window, text: window.replace('-', '–') }))}
                onChange={window => patch({ window })}
              />
            </Label>
          ) : null}
        </View>
      ) : null}
      {create.failure ? <FailureNote failure={create.failure} /> : null}
    </Page>
  )
}
