import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { usePages } from '@/cloud/use-pages'
import { useKnownSession } from '@/state/session'
import { Button, Choice, Empty, Label } from '@/ui'
import { More, Page, States } from '@/widgets'
import { go } from '@/device/navigate'
import { PassCard } from '../lib/pass-card'
import { useTexts } from '../texts'

/** The passes I have issued. */
export default function ListPage() {
  useKnownSession()
  const t = useTexts()
  const [scope, setScope] = useState<'mine' | 'starred'>('mine')
  const passes = usePages(cursor => cloud.visitor.list({ scope, ...(cursor ? { cursor } : {}) }), [scope])
  const invite = () => go('packages/visitor/issue/index')
  return (
    <Page
      title={t('listTitle')}
      id="page-visitors"
      foot={<Button id="invite" icon="plus" text={t('issueTitle')} onTap={invite} />}
    >
      <Label text="">
        <Choice
          name="scope"
          label={t('listTitle')}
          columns={2}
          value={scope}
          options={[
            { value: 'mine', text: t('all') },
            { value: 'starred', text: t('starred'), icon: 'star' },
          ]}
          onChange={setScope}
        />
      </Label>
      <States of={passes} cards={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="user" title={t('listEmpty')} hint={t('listEmptyHint')} />
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
