import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { usePages } from '@/cloud/use-pages'
import { useKnownSession } from '@/state/session'
import { Button, Choice, Empty, Label } from '@/ui'
import { More, Page, States } from '@/widgets'
import { go } from '@/device/navigate'
import { PassCard } from '../lib/pass-card'
import { useTexts } from '../texts'

type Scope = 'mine' | 'starred' | 'house'

/** The passes I have issued; with `houseId`, for the desk, those of a house. */
export default function ListPage() {
  const t = useTexts()
  const { houseId, code = '' } = useRouter().params
  const known = useKnownSession()
  if (houseId)
    return (
      <Page
        title={t('housePasses', { code: decodeURIComponent(code) })}
        id="page-house-passes"
        who={['butler']}
      >
        <HousePasses houseId={houseId} />
      </Page>
    )
  const owned = known.data?.houses.filter(({ relation }) => relation === 'owner') ?? []
  return <Own owned={owned} />
}

function Own({ owned }: { owned: readonly { id: string; code: string }[] }) {
  const t = useTexts()
  const [scope, setScope] = useState<Scope>('mine')
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
          columns={owned.length ? 3 : 2}
          value={scope}
          options={[
            { value: 'mine', text: t('all') },
            { value: 'starred', text: t('starred'), icon: 'star' },
            ...(owned.length ? [{ value: 'house' as const, text: t('ofHouse') }] : []),
          ]}
          onChange={setScope}
        />
      </Label>
      {scope === 'house' ? <OwnedHouses owned={owned} /> : <Passes key={scope} scope={scope} />}
    </Page>
  )
}

/** What everybody in a house has issued and is still valid: its owner can revoke it. */
function OwnedHouses({ owned }: { owned: readonly { id: string; code: string }[] }) {
  const t = useTexts()
  const [houseId, setHouseId] = useState(owned[0]?.id ?? '')
  return (
    <>
      {owned.length > 1 ? (
        <Label text="">
          <Choice
            name="house"
            label={t('whichHouse')}
            value={houseId}
            options={owned.map(({ id, code }) => ({ value: id, text: t('houseNo', { code }) }))}
            onChange={setHouseId}
          />
        </Label>
      ) : null}
      <HousePasses key={houseId} houseId={houseId} />
    </>
  )
}

const HousePasses = ({ houseId }: { houseId: string }) => <Passes scope="house" houseId={houseId} />

function Passes({ scope, houseId }: { scope: Scope; houseId?: string }) {
  const t = useTexts()
  const passes = usePages(
    cursor => cloud.visitor.list({ scope, ...(houseId ? { houseId } : {}), ...(cursor ? { cursor } : {}) }),
    [scope, houseId],
  )
  return (
    <States of={passes} cards={3}>
      {({ items, next }) =>
        items.length === 0 && next === null ? (
          <Empty
            icon="user"
            title={t(scope === 'house' ? 'houseEmpty' : 'listEmpty')}
            hint={scope === 'house' ? undefined : t('listEmptyHint')}
          />
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
  )
}
