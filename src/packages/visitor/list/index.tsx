import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { usePages } from '@/cloud/pages'
import { useKnownSession } from '@/cloud/session'
import { useTexts } from '@/i18n/texts'
import { Button, Choice, Empty, Label, More, Page, States } from '@/ui'
import { go } from '@/ui/platform'
import { PassCard } from '../lib/pass-card'
import { texts } from '../texts'

/** The passes I have issued. */
export default function ListPage() {
  useKnownSession()
  const x = useTexts(texts)
  const [scope, setScope] = useState<'mine' | 'starred'>('mine')
  const passes = usePages(cursor => cloud.visitor.list({ scope, ...(cursor ? { cursor } : {}) }), [scope])
  const invite = () => go('packages/visitor/issue/index')
  return (
    <Page
      title={x('listTitle')}
      id="page-visitors"
      foot={<Button id="invite" icon="plus" text={x('issueTitle')} onTap={invite} />}
    >
      <Label text="">
        <Choice
          name="scope"
          label={x('listTitle')}
          columns={2}
          value={scope}
          options={[
            { value: 'mine', text: x('all') },
            { value: 'starred', text: x('starred'), icon: 'star' },
          ]}
          onChange={setScope}
        />
      </Label>
      <States of={passes} cards={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="user" title={x('listEmpty')} hint={x('listEmptyHint')} />
          ) : (
            <>
              {items.map(pass => (
                <PassCard key={pass.id} pass={pass} />
              ))}
              <More of={passes} />
            </>
          )
        }
      </States>
    </Page>
  )
}
