import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { Session } from '@domain/account/contract'
import type { Card as Order, Category } from '@domain/repair/contract'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { toast } from '@/device/platform'
import { askConsent } from '@/state/consent'
import { useDraft } from '@/state/draft'
import { useKnownSession } from '@/state/session'
import { Button, Label } from '@/ui'
import { FailureNote, NotBound, Page, States } from '@/widgets'
import { houseOf } from '@/widgets/house-field'
import { PhotoPicker } from '@/widgets/photo-picker'
import { useTexts } from '../texts'
import { blank, missing, toInput, type Draft } from './draft'
import { AppointmentFields, DescriptionFields, WhatFields, WhereFields } from './fields'
import { SimilarSheet } from './similar-sheet'
import { useSimilar } from './use-similar'

/** A resident reports a repair. */
export default function FilePage() {
  const t = useTexts()
  const me = useKnownSession()
  if (me.data?.houses.length) return <Report houses={me.data.houses} />
  return (
    <Page title={t('fileTitle')} id="page-file">
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

function Report({ houses }: { houses: Session['houses'] }) {
  const t = useTexts()
  const [draft, patch, clear] = useDraft<Draft>('repair', blank)
  const [restored, setRestored] = useState(() =>
    Boolean(draft.description || draft.category || draft.photos.length),
  )
  const [uploading, setUploading] = useState(false)
  const [checked, setChecked] = useState(false)
  const [alike, setAlike] = useState<Order[]>()
  const photos = useRef(draft.photos)
  photos.current = draft.photos
  const houseId = houseOf(houses, draft.houseId)
  const similar = useSimilar(draft.place, draft.category, draft.facility)

  const create = useSend(
    (requestId, category: Category) => cloud.repair.create(toInput(draft, houseId, category), { requestId }),
    'repair',
  )
  const wrong = checked ? missing(draft, houseId) : {}
  const refused = create.failure?.fields
  const at = (field: keyof Draft) => (wrong[field] ? t(wrong[field]) : refused?.[field])
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
  const tap = async () => {
    setChecked(true)
    const [first] = Object.entries(missing(draft, houseId))
    if (first) {
      const [field, text] = first
      void Promise.resolve(Taro.pageScrollTo({ selector: `#field-${field}`, duration: 200 })).catch(
        () => undefined,
      )
      toast(t(text))
      return
    }
    askConsent('repairProgress')
    if (similar.length) setAlike(similar)
    else await sendNow()
  }

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
          <SimilarSheet
            orders={alike}
            busy={create.busy}
            onUrged={leave}
            onSend={async () => {
              await sendNow()
              setAlike(undefined)
            }}
            onClose={() => setAlike(undefined)}
          />
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

      <WhereFields draft={draft} patch={patch} at={at} houses={houses} houseId={houseId} />
      <WhatFields draft={draft} patch={patch} at={at} />
      <DescriptionFields draft={draft} patch={patch} at={at} />
      <Label text={t('photos')} optional wrong={refused?.photos}>
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
        <AppointmentFields draft={draft} patch={patch} at={at} refused={refused} />
      ) : null}
      {create.failure ? <FailureNote failure={create.failure} /> : null}
    </Page>
  )
}
