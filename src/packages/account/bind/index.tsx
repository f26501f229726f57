import { Button as WeButton, Picker, Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { relations, type Relation } from '@domain/kernel/people'
import type { Output } from '@domain/contract'
import { relationWords } from '@domain/account/wording'
import { cloud } from '@/cloud/client'
import { askConsent } from '@/state/consent'
import { useDraft } from '@/state/draft'
import { useLoad, useSend } from '@/cloud/hooks'
import { privacyVersion } from '@/state/privacy'
import { askSession, useKnownSession } from '@/state/session'
import { useLang } from '@/i18n/lang'
import { Button, Choice, Empty, Field, Icon, Label } from '@/ui'
import { FailureNote, Page, States } from '@/widgets'
import { control } from '@/ui/control'
import { go } from '@/device/navigate'
import { inBrowser } from '@/device/platform'
import { scanScene, sceneIn } from '@/device/scan'
import { estateInstant, showDay } from '@/i18n/when'
import { useTexts, type AccountText } from '../texts'

interface Draft {
  name: string
  phone: string
  relation: Relation | ''
  until: string
  houseId: string
}
const blank: Draft = { name: '', phone: '', relation: '', until: '', houseId: '' }

/** From a scanned code into a house. */
export default function BindPage() {
  const t = useTexts()
  const asked = useRouter().params.scene ?? ''
  const [scene, setScene] = useState(() => sceneIn(decodeURIComponent(asked)))
  return (
    <Page title={t('bindTitle')} id="page-bind">
      {scene ? <Join scene={scene} onAnother={() => setScene('')} /> : <FindCode onFound={setScene} />}
    </Page>
  )
}

function FindCode({ onFound }: { onFound: (scene: string) => void }) {
  const t = useTexts()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const take = (text: string) => {
    const scene = sceneIn(text)
    setWrong(!scene)
    if (scene) onFound(scene)
  }
  if (!inBrowser) {
    return (
      <Empty
        icon="home"
        title={t('scan')}
        hint={wrong ? t('badCode') : t('scanHint')}
        action={
          <Button
            id="scan"
            text={t('scan')}
            onTap={async () => {
              const text = await scanScene()
              if (text !== null) take(text)
            }}
          />
        }
      />
    )
  }
  return (
    <View className="card">
      <Field
        id="scene"
        label={t('code')}
        hint={t('codeHint')}
        value={typed}
        most={200}
        onChange={setTyped}
        wrong={wrong ? t('badCode') : undefined}
      />
      <Button id="use-code" text={t('useCode')} disabled={!typed.trim()} onTap={() => take(typed)} />
    </View>
  )
}

function Join({ scene, onAnother }: { scene: string; onAnother: () => void }) {
  const t = useTexts()
  const found = useLoad(() => cloud.account.lookupCode({ scene }), [scene])
  if (found.failure?.code === 'FORBIDDEN' || found.failure?.code === 'INVALID_INPUT') {
    return (
      <Empty
        icon="alert"
        title={t('badCode')}
        action={<Button id="another-code" kind="plain" text={t('scan')} onTap={onAnother} />}
      />
    )
  }
  return <States of={found}>{place => <JoinForm scene={scene} place={place} />}</States>
}

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

function JoinForm({ scene, place }: { scene: string; place: Output<'account', 'lookupCode'> }) {
  const t = useTexts()
  const lang = useLang()
  const known = useKnownSession().data
  const [draft, patch, clear] = useDraft<Draft>('bind', { ...blank, name: known?.person.name ?? '' })
  const [phoneCode, setPhoneCode] = useState('')
  const [ticked, setTicked] = useState(false)
  const [checked, setChecked] = useState(false)
  const [done, setDone] = useState<Output<'account', 'bind'>>()
  const agreed = ticked || known?.privacy === privacyVersion
  const houseId = place.houses.length === 1 ? place.houses[0]!.id : draft.houseId
  const bind = useSend(async requestId => {
    if (known?.privacy !== privacyVersion) await cloud.account.agreePrivacy({ version: privacyVersion })
    return cloud.account.bind(
      {
        scene,
        name: draft.name.trim(),
        relation: draft.relation as Relation,
        ...(place.building ? { houseId } : {}),
        ...(phoneCode ? { phoneCode } : { phone: draft.phone.trim() }),
        ...(draft.relation === 'tenant' ? { until: estateInstant(draft.until, '23:59') } : {}),
      },
      { requestId },
    )
  }, 'bind')
  const wrong = checked ? missing(draft, houseId, phoneCode, agreed) : {}
  const at = (field: keyof typeof wrong): string | undefined =>
    wrong[field] ? t(wrong[field]) : field === 'agree' ? undefined : bind.failure?.fields?.[field]
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
      <View className="hello">
        <Text className="hello-name">{t(place.estate)}</Text>
        {place.houses.length === 1 ? <Text className="hello-place">{t('houseNo', { code })}</Text> : null}
      </View>
      {place.houses.length > 1 ? (
        <Label text={t('whichHouse')} wrong={at('houseId')}>
          <Choice
            name="house"
            label={t('whichHouse')}
            columns={3}
            value={houseId || undefined}
            options={place.houses.map(house => ({ value: house.id, text: house.code }))}
            onChange={id => patch({ houseId: id })}
          />
        </Label>
      ) : null}
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
        <Label text={t('until')} wrong={at('until')}>
          <Picker mode="date" value={draft.until} onChange={event => patch({ until: event.detail.value })}>
            <View className="input input-picked" id="until">
              <Text className="input-inner">
                {draft.until ? showDay(estateInstant(draft.until, '12:00'), lang) : t('chooseDay')}
              </Text>
            </View>
          </Picker>
        </Label>
      ) : null}
      <Field
        id="name"
        label={t('name')}
        value={draft.name}
        most={20}
        onChange={name => patch({ name })}
        wrong={at('name')}
      />
      {phoneCode ? (
        <View className="card card-soft">
          <Text>{t('gotPhone')}</Text>
        </View>
      ) : (
        <Field
          id="phone"
          type="number"
          label={t('phone')}
          hint={t('phoneHint')}
          value={draft.phone}
          most={11}
          onChange={phone => patch({ phone })}
          wrong={at('phone')}
        />
      )}
      {inBrowser || phoneCode ? null : (
        <WeButton
          className="button button-plain"
          openType="getPhoneNumber"
          onGetPhoneNumber={event => {
            if (event.detail.code) setPhoneCode(event.detail.code)
          }}
        >
          {t('wechatPhone')}
        </WeButton>
      )}
      {known?.privacy === privacyVersion ? null : (
        <Label text="" wrong={at('agree')}>
          <View
            className="tick"
            {...control('checkbox', {
              label: t('agree'),
              checked: ticked,
              id: 'agree',
              onTap: () => setTicked(!ticked),
            })}
          >
            <View className={`tick-box${ticked ? ' tick-on' : ''}`}>
              {ticked ? <Icon name="check" /> : null}
            </View>
            <Text>{t('agree')}</Text>
          </View>
          <Button
            id="read-guide"
            kind="quiet"
            small
            text={t('readGuide')}
            onTap={() => go('packages/account/privacy/index')}
          />
        </Label>
      )}
      {bind.failure && !bind.failure.fields ? <FailureNote failure={bind.failure} /> : null}
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
