import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { Output } from '@domain/contract'
import { relationWords } from '@domain/account/wording'
import { relations, type Relation } from '@domain/kernel/people'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { estateInstant } from '@/i18n/when'
import { askConsent } from '@/state/consent'
import { useDraft } from '@/state/draft'
import { privacyVersion } from '@/state/privacy'
import { askSession, useKnownSession } from '@/state/session'
import { Button, Choice, Empty, Field, Label } from '@/ui'
import { FormFailure } from '@/widgets'
import { useTexts, type AccountText } from '../texts'
import { Agree, LeaseEnd, Phone, Place, WhichHouse } from './join-fields'

interface Draft {
  name: string
  phone: string
  relation: Relation | ''
  until: string
  houseId: string
}
const blank: Draft = { name: '', phone: '', relation: '', until: '', houseId: '' }

function missing(
  draft: Draft,
  houseId: string,
  phoneCode: string,
  agreed: boolean,
): Partial<Record<keyof Draft | 'agree', AccountText>> {
  const wrong: Partial<Record<keyof Draft | 'agree', AccountText>> = {}
  if (!houseId) wrong.houseId = 'needHouse'
  if (!draft.name.trim()) wrong.name = 'needName'
  if (!phoneCode && !/^1[3-9]\d{9}$/.test(draft.phone.trim())) wrong.phone = 'needPhone'
  if (!draft.relation) wrong.relation = 'needRelation'
  if (draft.relation === 'tenant' && !draft.until) wrong.until = 'needUntil'
  if (!agreed) wrong.agree = 'needAgree'
  return wrong
}

/** What a complete draft sends; a phone number that WeChat gave as a code goes before a typed one. */
const bindInput = (draft: Draft, phoneCode: string) => ({
  name: draft.name.trim(),
  relation: draft.relation as Relation,
  ...(phoneCode ? { phoneCode } : { phone: draft.phone.trim() }),
  ...(draft.relation === 'tenant' ? { until: estateInstant(draft.until, '23:59') } : {}),
})

/** Asks to join the house of a scanned code. */
export function JoinForm({ scene, place }: { scene: string; place: Output<'account', 'lookupCode'> }) {
  const t = useTexts()
  const known = useKnownSession().data
  const [draft, patch, clear] = useDraft<Draft>('bind', { ...blank, name: known?.person.name ?? '' })
  const [phoneCode, setPhoneCode] = useState('')
  const [ticked, setTicked] = useState(false)
  const [checked, setChecked] = useState(false)
  const [done, setDone] = useState<Output<'account', 'bind'>>()
  const hasAgreed = known?.privacy === privacyVersion
  const agreed = ticked || hasAgreed
  const houseId = place.houses.length === 1 ? place.houses[0]!.id : draft.houseId
  const bind = useSend(async requestId => {
    if (!hasAgreed) await cloud.account.agreePrivacy({ version: privacyVersion })
    return cloud.account.bind(
      { ...bindInput(draft, phoneCode), scene, ...(place.building ? { houseId } : {}) },
      { requestId },
    )
  }, 'bind')
  const wrong = checked ? missing(draft, houseId, phoneCode, agreed) : {}
  const at = (field: keyof typeof wrong): string | undefined =>
    wrong[field] ? t(wrong[field]) : bind.failure?.fields?.[field]
  const code = place.houses.find(house => house.id === houseId)?.code ?? ''
  if (done) return <Done answer={done} code={code} />

  const send = async () => {
    setChecked(true)
    if (Object.keys(missing(draft, houseId, phoneCode, agreed)).length) return
    askConsent('houseNews')
    const answer = await bind.run()
    if (!answer) return
    clear()
    setDone(answer)
    await askSession().catch(() => undefined)
  }
  return (
    <>
      <Place place={place} />
      <WhichHouse
        houses={place.houses}
        value={houseId}
        wrong={at('houseId')}
        onChange={houseId => patch({ houseId })}
      />
      <Label text={t('relation')} wrong={at('relation')}>
        <Choice
          name="relation"
          label={t('relation')}
          columns={3}
          value={draft.relation || undefined}
          options={relations.map(value => ({ value, text: t(relationWords[value]) }))}
          onChange={relation => patch({ relation })}
        />
      </Label>
      {draft.relation === 'tenant' ? (
        <LeaseEnd value={draft.until} wrong={at('until')} onChange={until => patch({ until })} />
      ) : null}
      <Field
        id="name"
        label={t('name')}
        value={draft.name}
        most={20}
        onChange={name => patch({ name })}
        wrong={at('name')}
      />
      <Phone
        value={draft.phone}
        isFromWeChat={phoneCode !== ''}
        wrong={at('phone')}
        onChange={phone => patch({ phone })}
        onWeChatCode={setPhoneCode}
      />
      {hasAgreed ? null : <Agree ticked={ticked} wrong={at('agree')} onTap={() => setTicked(!ticked)} />}
      <FormFailure failure={bind.failure} />
      <Button id="send-bind" text={t('send')} busy={bind.busy} onTap={send} />
    </>
  )
}

function Done({ answer, code }: { answer: Output<'account', 'bind'>; code: string }) {
  const t = useTexts()
  const who = answer.needs.map(need => t(need === 'owner' ? 'waitOwner' : 'waitButler')).join(t('and'))
  const home = (
    <Button
      id="go-home"
      text={t('home')}
      onTap={() => {
        void Taro.switchTab({ url: '/pages/home/index' })
      }}
    />
  )
  return answer.status === 'active' ? (
    <Empty icon="home" title={t('doneTitle', { code })} hint={t('doneHint')} action={home} />
  ) : (
    <Empty icon="clock" title={t('waitTitle')} hint={t('waitFor', { who })} action={home} />
  )
}
