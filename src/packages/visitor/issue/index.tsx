import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { Session } from '@domain/account/contract'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { toast } from '@/device/platform'
import { askConsent } from '@/state/consent'
import { useDraft } from '@/state/draft'
import { useKnownSession } from '@/state/session'
import { Button, Choice, Field, Label } from '@/ui'
import { FailureNote, NotBound, Page, States } from '@/widgets'
import { HouseField, houseOf } from '@/widgets/house-field'
import { useTexts, type VisitorText } from '../texts'
import { DetailFields, WhenFields } from './fields'
import { asLast, blank, missing, toInput, type Draft } from './plan'
import { Recent } from './recent'

/** A resident invites a visitor. */
export default function IssuePage() {
  const t = useTexts()
  const me = useKnownSession()
  if (me.data?.houses.length) return <Invite houses={me.data.houses} />
  return (
    <Page title={t('issueTitle')} id="page-issue">
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

/** Everything on one screen: only the name is required, the rest has defaults. */
function Invite({ houses }: { houses: Session['houses'] }) {
  const t = useTexts()
  const again = useRouter().params.again
  const [draft, patch, clear] = useDraft<Draft>('visitor', blank)
  const [checked, setChecked] = useState(false)
  const houseId = houseOf(houses, draft.houseId)
  const create = useSend(
    (requestId, now: number) => cloud.visitor.create(toInput(draft, houseId, now), { requestId }),
    'visitor',
  )
  const wrong: Record<string, VisitorText> = checked ? missing(draft, houseId, Date.now()) : {}
  const problem = (field: string) => (wrong[field] ? t(wrong[field]) : create.failure?.fields?.[field])

  useEffect(() => {
    if (again)
      void cloud.visitor
        .get({ id: again })
        .then(pass => patch(asLast(pass)))
        .catch(() => undefined)
  }, [again, patch])

  const tap = async () => {
    setChecked(true)
    const found = Object.values(missing(draft, houseId, Date.now()))
    if (found.length) return toast(t(found[0]!))
    askConsent('visitorNews')
    const pass = await create.run(Date.now())
    if (!pass) return
    clear()
    toast(t('issued'))
    void Taro.redirectTo({ url: `/packages/visitor/pass/index?id=${pass.id}` })
  }

  return (
    <Page
      title={t('issueTitle')}
      id="page-issue"
      foot={<Button id="issue" text={t('issue')} busy={create.busy} onTap={tap} />}
    >
      <Recent onChoose={pass => patch(asLast(pass))} />
      <Field
        id="visitor-name"
        label={t('who')}
        hint={t('whoHint')}
        value={draft.name}
        most={20}
        wrong={problem('name')}
        onChange={name => patch({ name })}
      />
      <HouseField
        label={t('whichHouse')}
        houses={houses}
        value={houseId}
        wrong={problem('houseId')}
        onChange={houseId => patch({ houseId })}
      />
      <Label text={t('howOften')}>
        <Choice
          name="kind"
          label={t('howOften')}
          value={draft.kind}
          options={(['once', 'multi', 'recurring'] as const).map(value => ({ value, text: t(value) }))}
          onChange={kind => patch({ kind })}
        />
      </Label>
      <WhenFields draft={draft} patch={patch} problem={problem} />
      <Label text={t('people')} wrong={problem('party')}>
        <Choice
          name="party"
          label={t('people')}
          value={draft.party}
          options={['1', '2', '3', '4', '5', '6'].map(value => ({ value, text: value }))}
          onChange={party => patch({ party })}
        />
      </Label>
      <DetailFields draft={draft} patch={patch} problem={problem} />
      {create.failure ? <FailureNote failure={create.failure} /> : null}
    </Page>
  )
}
