import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Input } from '@domain/contract'
import { cloud } from '@/cloud/client'
import { usePages } from '@/cloud/use-pages'
import { useKnownSession } from '@/state/session'
import { Button, Choice, Empty, Label, Skeleton, type IconName } from '@/ui'
import { More, Page, States } from '@/widgets'
import { go } from '@/device/navigate'
import { ComplaintItem } from '../card'
import { useTexts } from '../texts'

const shelves = ['queue', 'callbacks', 'over'] as const
type Shelf = (typeof shelves)[number] | 'mine'
const asked: Record<Shelf, Input<'complaint', 'list'>> = {
  mine: { scope: 'mine' },
  queue: { scope: 'queue' },
  callbacks: { scope: 'callbacks' },
  over: { scope: 'queue', status: 'closed' },
}
const icons: Record<(typeof shelves)[number], IconName> = { queue: 'flag', callbacks: 'phone', over: 'check' }

/** A resident's own complaints; for staff, complaints to handle, to call back, and closed ones. */
export default function ListPage() {
  const t = useTexts()
  const known = useKnownSession().data
  const staff = useRouter().params.staff === '1'
  return (
    <Page
      title={t(staff ? 'queueTitle' : 'listTitle')}
      id="page-complaints"
      {...(staff
        ? { who: ['butler', 'manager'] as const }
        : {
            foot: (
              <Button
                id="complain"
                icon="plus"
                text={t('submitTitle')}
                onTap={() => go('packages/complaint/submit/index')}
              />
            ),
          })}
    >
      {known ? <List staff={staff} /> : <Skeleton cards={3} />}
    </Page>
  )
}

function List({ staff }: { staff: boolean }) {
  const t = useTexts()
  const [shelf, setShelf] = useState<Shelf>(staff ? 'queue' : 'mine')
  const complaints = usePages(
    cursor => cloud.complaint.list({ ...asked[shelf], ...(cursor ? { cursor } : {}) }),
    [shelf],
  )
  return (
    <>
      {staff ? (
        <Label text="">
          <Choice
            name="scope"
            label={t('queueTitle')}
            columns={3}
            value={shelf}
            options={shelves.map(value => ({ value, text: t(value), icon: icons[value] }))}
            onChange={setShelf}
          />
        </Label>
      ) : null}
      <States of={complaints} cards={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              icon="check"
              title={t(staff ? 'queueEmpty' : 'empty')}
              {...(staff ? {} : { hint: t('emptyHint') })}
            />
          ) : (
            <>
              {items.map(complaint => (
                <ComplaintItem key={complaint.id} complaint={complaint} />
              ))}
              <More of={complaints} />
            </>
          )
        }
      </States>
    </>
  )
}
