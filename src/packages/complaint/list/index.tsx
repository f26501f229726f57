import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Input } from '@domain/contract'
import { cloud } from '@/cloud/client'
import { usePages } from '@/cloud/pages'
import { useKnownSession } from '@/cloud/session'
import { useTexts } from '@/i18n/texts'
import { Button, Choice, Empty, Label, More, Page, Skeleton, States, type IconName } from '@/ui'
import { go } from '@/ui/platform'
import { ComplaintItem } from '../card'
import { texts } from '../texts'

const shelves = ['queue', 'callbacks', 'over'] as const
type Shelf = (typeof shelves)[number] | 'mine'
const asked: Record<Shelf, Input<'complaint', 'list'>> = {
  mine: { scope: 'mine' },
  queue: { scope: 'queue' },
  callbacks: { scope: 'callbacks' },
  over: { scope: 'queue', status: 'closed' },
}
const icons: Record<(typeof shelves)[number], IconName> = { queue: 'flag', callbacks: 'phone', over: 'check' }

/** A resident's own complaints; for staff, what is to be handled, who is to be called, and what is over. */
export default function ListPage() {
  const x = useTexts(texts)
  const known = useKnownSession().data
  const staff = useRouter().params.staff === '1'
  return (
    <Page
      title={x(staff ? 'queueTitle' : 'listTitle')}
      id="page-complaints"
      {...(staff
        ? { who: ['butler', 'manager'] as const }
        : {
            foot: (
              <Button
                id="complain"
                icon="plus"
                text={x('submitTitle')}
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
  const x = useTexts(texts)
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
            label={x('queueTitle')}
            columns={3}
            value={shelf}
            options={shelves.map(value => ({ value, text: x(value), icon: icons[value] }))}
            onChange={setShelf}
          />
        </Label>
      ) : null}
      <States of={complaints} cards={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              icon="check"
              title={x(staff ? 'queueEmpty' : 'empty')}
              {...(staff ? {} : { hint: x('emptyHint') })}
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
