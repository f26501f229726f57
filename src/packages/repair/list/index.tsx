import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { usePages } from '@/cloud/pages'
import { useKnownSession } from '@/cloud/session'
import { useT, useTexts } from '@/i18n/texts'
import { Button, Choice, Empty, Label, More, Page, States } from '@/ui'
import { OrderCard } from '@/ui/order-card'
import { go } from '@/ui/platform'
import { texts } from '../texts'

/** What I reported, and what was ever repaired in my houses. */
export default function ListPage() {
  const t = useT()
  const x = useTexts(texts)
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
    <Page title={x('listTitle')} id="page-list">
      {houses.length ? (
        <Label text="">
          <Choice
            name="show"
            label={x('listTitle')}
            value={shown}
            options={[
              { value: 'mine', text: x('mineTab') },
              ...houses.map(house => ({ value: house.id, text: x('houseTab', { code: house.code }) })),
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
              title={x('listEmpty')}
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
