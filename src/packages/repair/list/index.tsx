import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { usePages } from '@/cloud/use-pages'
import { useKnownSession } from '@/state/session'
import { Button, Choice, Empty, Label } from '@/ui'
import { More, Page, States } from '@/widgets'
import { OrderCard } from '@/widgets/order-card'
import { go } from '@/device/navigate'
import { useTexts } from '../texts'

/** The repairs that the user reported, and all repairs in the user's houses. */
export default function ListPage() {
  const t = useTexts()
  const known = useKnownSession().data
  const asked = useRouter().params.houseId
  const [shown, setShown] = useState(asked ?? 'mine')
  const orders = usePages(
    cursor =>
      shown === 'mine'
        ? cloud.repair.list({ scope: 'mine', ...(cursor ? { cursor } : {}) })
        : cloud.repair.house({ houseId: shown, ...(cursor ? { cursor } : {}) }),
    [shown],
  )
  const houses = known?.houses ?? []
  return (
    <Page title={t('listTitle')} id="page-list">
      {houses.length ? (
        <Label text="">
          <Choice
            name="show"
            label={t('listTitle')}
            value={shown}
            options={[
              { value: 'mine', text: t('mineTab') },
              ...houses.map(house => ({ value: house.id, text: t('houseTab', { code: house.code }) })),
            ]}
            onChange={setShown}
          />
        </Label>
      ) : null}
      <States of={orders} cards={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              icon="list"
              title={t('listEmpty')}
              hint={t('noOpenHint')}
              action={
                houses.length ? (
                  <Button
                    id="report"
                    text={t('reportRepair')}
                    onTap={() => go('packages/repair/file/index')}
                  />
                ) : undefined
              }
            />
          ) : (
            <>
              {items.map(order => (
                <OrderCard key={order.id} order={order} />
              ))}
              <More of={orders} />
            </>
          )
        }
      </States>
    </Page>
  )
}
