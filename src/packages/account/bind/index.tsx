import { Button as WeButton, Picker, Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { relations, type Relation } from '@domain/kernel/people'
import type { Output } from '@domain/contract'
import { relationWords } from '@domain/account/wording'
import { cloud } from '@/cloud/client'
import { askConsent } from '@/cloud/consent'
import { useDraft, useLoad, useSend } from '@/cloud/hooks'
import { privacyVersion } from '@/cloud/privacy'
import { askSession, useKnownSession } from '@/cloud/session'
import { useLang } from '@/i18n/lang'
import { useT, useTexts, useWords } from '@/i18n/texts'
import { Button, Choice, Empty, FailureNote, Field, Icon, Label, Page, States } from '@/ui'
import { control, go, inBrowser } from '@/ui/platform'
import { scanScene, sceneIn } from '@/ui/scan'
import { estateInstant, showDay } from '@/ui/when'
import { texts, type AccountText } from '../texts'

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
  const x = useTexts(texts)
  const asked = useRouter().params.scene ?? ''
  const [scene, setScene] = useState(() => sceneIn(decodeURIComponent(asked)))
  return (
    <Page title={x('bindTitle')} id="page-bind">
      {scene ? <Join scene={scene} onAnother={() => setScene('')} /> : <FindCode onFound={setScene} />}
    </Page>
  )
}

function FindCode({ onFound }: { onFound: (scene: string) => void }) {
  const x = useTexts(texts)
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
        title={x('scan')}
        hint={wrong ? x('badCode') : x('scanHint')}
        action={
          <Button
            id="scan"
            text={x('scan')}
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
        label={x('code')}
        hint={x('codeHint')}
        value={typed}
        most={200}
        onChange={setTyped}
        wrong={wrong ? x('badCode') : undefined}
      />
      <Button id="use-code" text={x('useCode')} disabled={!typed.trim()} onTap={() => take(typed)} />
    </View>
  )
}

function Join({ scene, onAnother }: { scene: string; onAnother: () => void }) {
  const x = useTexts(texts)
  const found = useLoad(() => cloud.account.lookupCode({ scene }), [scene])
  if (found.failure?.code === 'FORBIDDEN' || found.failure?.code === 'INVALID_INPUT') {
    return (
      <Empty
        icon="alert"
        title={x('badCode')}
        action={<Button id="another-code" kind="plain" text={x('scan')} onTap={onAnother} />}
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
  const t = useT()
  const x = useTexts(texts)
  const say = useWords()
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
    wrong[field] ? x(wrong[field]!) : field === 'agree' ? undefined : bind.failure?.fields?.[field]
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
        <Text className="hello-name">{say(place.estate)}</Text>
        {place.houses.length === 1 ? <Text className="hello-place">{t('houseNo', { code })}</Text> : null}
      </View>
      {place.houses.length > 1 ? (
        <Label text={x('whichHouse')} wrong={at('houseId')}>
          <Choice
            name="house"
            label={x('whichHouse')}
            columns={3}
            value={houseId || undefined}
            options={place.houses.map(house => ({ value: house.id, text: house.code }))}
            onChange={id => patch({ houseId: id })}
          />
        </Label>
      ) : null}
      <Label text={x('relation')} wrong={at('relation')}>
        <Choice
          name="relation"
          label={x('relation')}
          columns={3}
          value={draft.relation || undefined}
          options={relations.map(value => ({ value, text: say(relationWords[value]) }))}
          onChange={relation => patch({ relation })}
        />
      </Label>
      {draft.relation === 'tenant' ? (
        <Label text={x('until')} wrong={at('until')}>
          <Picker mode="date" value={draft.until} onChange={event => patch({ until: event.detail.value })}>
            <View className="input input-picked" id="until">
              <Text className="input-inner">
                {draft.until ? showDay(estateInstant(draft.until, '12:00'), lang) : x('chooseDay')}
              </Text>
            </View>
          </Picker>
        </Label>
      ) : null}
      <Field
        id="name"
        label={x('name')}
        value={draft.name}
        most={20}
        onChange={name => patch({ name })}
        wrong={at('name')}
      />
      {phoneCode ? (
        <View className="card card-soft">
          <Text>{x('gotPhone')}</Text>
        </View>
      ) : (
        <Field
          id="phone"
          type="number"
          label={x('phone')}
          hint={x('phoneHint')}
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
          {x('wechatPhone')}
        </WeButton>
      )}
      {known?.privacy === privacyVersion ? null : (
        <Label text="" wrong={at('agree')}>
          <View
            className="tick"
            {...control('checkbox', {
              label: x('agree'),
              checked: ticked,
              id: 'agree',
              onTap: () => setTicked(!ticked),
            })}
          >
            <View className={`tick-box${ticked ? ' tick-on' : ''}`}>
              {ticked ? <Icon name="check" /> : null}
            </View>
            <Text>{x('agree')}</Text>
          </View>
          <Button
            id="read-guide"
            kind="quiet"
            small
            text={x('readGuide')}
            onTap={() => go('packages/account/privacy/index')}
          />
        </Label>
      )}
      {bind.failure && !bind.failure.fields ? <FailureNote failure={bind.failure} /> : null}
      <Button id="send-bind" text={x('send')} busy={bind.busy} onTap={send} />
    </>
  )
}

function Done({ answer, code }: { answer: Output<'account', 'bind'>; code: string }) {
  const x = useTexts(texts)
  const who = answer.needs.map(need => x(need === 'owner' ? 'waitOwner' : 'waitButler')).join(x('and'))
  const home = (
    <Button
      id="go-home"
      text={x('home')}
      onTap={() => {
        void Taro.switchTab({ url: '/pages/home/index' })
      }}
    />
  )
  return answer.status === 'active' ? (
    <Empty icon="home" title={x('doneTitle', { code })} hint={x('doneHint')} action={home} />
  ) : (
    <Empty icon="clock" title={x('waitTitle')} hint={x('waitFor', { who })} action={home} />
  )
}
