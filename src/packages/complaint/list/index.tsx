import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { usePages } from '@/cloud/pages'
import { useKnownSession } from '@/cloud/session'
import { useTexts } from '@/i18n/texts'
import { Button, Choice, Empty, Label, More, Page, Skeleton, States } from '@/ui'
import { go } from '@/ui/platform'
import { ComplaintItem } from '../card'
import { texts } from '../texts'

type Scope = 'mine' | 'queue' | 'callbacks'

/** A resident's own complaints; for staff, what is to be handled and who is to be called. */
export default function ListPage() {
  const x = useTexts(texts)
  const known = useKnownSession().data
  const staff = useRouter().params.staff === '1'
  return (
    <Page title={x(staff ? 'queueTitle' : 'listTitle')} id='page-complaints' {...(staff ? { who: ['butler', 'manager'] as const } : { foot: <Button id='complain' icon='plus' text={x('submitTitle')} onTap={() => go('packages/complaint/submit/index')} /> })}>
      {known ? <List staff={staff} /> : <Skeleton cards={3} />}
    </Page>
  )
}

function List({ staff }: { staff: boolean }) {
  const x = useTexts(texts)
  const [scope, setScope] = useState<Scope>(staff ? 'queue' : 'mine')
  const complaints = usePages(cursor => cloud.complaint.list({ scope, ...(cursor ? { cursor } : {}) }), [scope])
  return (
    <>
      {staff ? (
        <Label text=''>
          <Choice name='scope' label={x('queueTitle')} columns={2} value={scope} options={[{ value: 'queue', text: x('queue') }, { value: 'callbacks', text: x('callbacks'), icon: 'phone' }]} onChange={setScope} />
        </Label>
      ) : null}
      <States of={complaints} cards={3}>
        {({ items }) => items.length === 0
          ? <Empty icon='check' title={x(staff ? 'queueEmpty' : 'empty')} {...(staff ? {} : { hint: x('emptyHint') })} />
          : <>{items.map(complaint => <ComplaintItem key={complaint.id} complaint={complaint} />)}<More of={complaints} /></>}
      </States>
    </>
  )
}
