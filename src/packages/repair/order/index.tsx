import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { WorkOrder } from '@domain/repair/contract'
import { cloud } from '@/cloud/client'
import { useLoad } from '@/cloud/hooks'
import { Empty } from '@/ui'
import { Page, States } from '@/widgets'
import { useTexts } from '../texts'
import { Body } from './body'
import { footMoves, MoveButton } from './move-button'
import type { SheetMove } from './sheet-props'
import { MoveSheet } from './sheets'

/** An order, for residents and staff; `order.actions` lists what the user can do. */
export default function OrderPage() {
  const t = useTexts()
  const id = useRouter().params.id ?? ''
  const order = useLoad(() => cloud.repair.get({ id }), [id])
  const [sheet, setSheet] = useState<SheetMove>()
  const done = (now: WorkOrder) => {
    setSheet(undefined)
    // The reply to a write has no picture addresses: known ones are kept, new ones are loaded.
    const pictures = { ...order.data?.pictures, ...now.pictures }
    order.put({ ...now, pictures })
    if (fileIDsOf(now).some(fileID => !pictures[fileID])) void order.reload()
  }
  const stale = () => {
    void order.reload()
  }
  const data = order.data
  const foot = data ? footMoves(data) : []
  return (
    <Page
      title={t('orderTitle')}
      id="page-order"
      foot={
        data && foot.length ? (
          <View className="buttons">
            {foot.map((move, n) => (
              <MoveButton
                key={move}
                move={move}
                order={data}
                main={n === 0}
                onDone={done}
                onStale={stale}
                onSheet={setSheet}
              />
            ))}
          </View>
        ) : undefined
      }
      over={
        data && sheet ? (
          <MoveSheet
            move={sheet}
            order={data}
            onDone={done}
            onStale={stale}
            onClose={() => setSheet(undefined)}
          />
        ) : null
      }
    >
      {id ? (
        <States of={order} cards={3}>
          {now => <Body order={now} foot={foot} onDone={done} onStale={stale} onSheet={setSheet} />}
        </States>
      ) : (
        <Empty icon="list" title={t('listEmpty')} />
      )}
    </Page>
  )
}

const fileIDsOf = (order: WorkOrder): string[] => [
  ...order.photos,
  ...order.timeline.flatMap(step => step.photos ?? []),
]
