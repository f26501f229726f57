import { Image, Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { RegistrationView } from '@domain/parking/contract'
import { moveAnswers } from '@domain/parking/kinds'
import { answerWords, stateWords } from '@domain/parking/wording'
import { cloud } from '@/cloud/client'
import { askConsent } from '@/state/consent'
import { useLoad, useSend, type Loaded } from '@/cloud/hooks'
import { useKnownSession } from '@/state/session'
import { useLang } from '@/i18n/lang'
import { Badge, Button, Card, Icon, Section, Sheet } from '@/ui'
import { FailureNote, Page, States } from '@/widgets'
import { toast } from '@/device/platform'
import { showTime } from '@/i18n/when'
import { useEnglishAreas } from '../lib/area-names'
import { isGiven, looks, Terms, VehicleTitle } from '../lib/vehicle-card'
import { useTexts } from '../texts'
import { Decide } from './decide'
import { WithReason } from './with-reason'
import '../parking.css'

/** One vehicle: for its household, and for the butler who decides about it. */
export default function VehiclePage() {
  useEnglishAreas(useKnownSession().data)
  const t = useTexts()
  const { id = '' } = useRouter().params
  const vehicle = useLoad(() => cloud.parking.get({ id }), [id])
  return (
    <Page title={t('vehicleTitle')} id="page-vehicle">
      <States of={vehicle} cards={2}>
        {data => <Vehicle vehicle={data} of={vehicle} />}
      </States>
    </Page>
  )
}

function Vehicle({ vehicle, of }: { vehicle: RegistrationView; of: Loaded<RegistrationView> }) {
  const t = useTexts()
  const lang = useLang()
  const [tone, icon] = looks[vehicle.state]
  const decides = vehicle.actions.includes('approve')
  return (
    <>
      <Card id="vehicle">
        <View className="card-top">
          <VehicleTitle of={vehicle} />
          <Badge text={t(stateWords[vehicle.state])} tone={tone} icon={icon} />
        </View>
        <Terms of={vehicle} withHouse />
        {vehicle.plate !== null && vehicle.note ? <Text className="card-meta">{vehicle.note}</Text> : null}
        {vehicle.position === null ? null : (
          <Text className="card-meta">{t('position', { n: vehicle.position })}</Text>
        )}
        {vehicle.insideAt ? (
          <Text className="card-meta">{t('inside', { time: showTime(vehicle.insideAt, lang) })}</Text>
        ) : null}
        {vehicle.reason ? (
          <Text className="card-meta">{t('reasonWas', { text: vehicle.reason })}</Text>
        ) : null}
      </Card>
      {vehicle.move ? <MoveAsked vehicle={vehicle} put={of.put} /> : null}
      {decides ? <Decide vehicle={vehicle} put={of.put} /> : null}
      {vehicle.actions.includes('end') ? <End vehicle={vehicle} put={of.put} /> : null}
      {vehicle.actions.includes('cancel') ? <Own vehicle={vehicle} put={of.put} /> : null}
    </>
  )
}

interface Props {
  vehicle: RegistrationView
  put: (next: RegistrationView) => void
}

/** A neighbour is waiting for the car to be moved; each button is a reply. */
function MoveAsked({ vehicle, put }: Props) {
  const t = useTexts()
  const lang = useLang()
  const answer = useSend((requestId, said: (typeof moveAnswers)[number]) =>
    cloud.parking.answerMove({ id: vehicle.id, answer: said }, { requestId }),
  )
  const { move } = vehicle
  if (!move) return null
  const choices = !move.answer && vehicle.actions.includes('answerMove') ? moveAnswers : []
  return (
    <Card id="move-asked" tone={move.answer ? 'plain' : 'waiting'}>
      <View className="card-what">
        <Icon name="bell" />
        <Text>{t('pleaseMove')}</Text>
      </View>
      <Text className="card-meta">{[showTime(move.at, lang), move.note].filter(Boolean).join(' · ')}</Text>
      {move.answer ? (
        <Text className="card-text">{t('answered', { text: t(answerWords[move.answer]) })}</Text>
      ) : null}
      {choices.map((said, n) => (
        <Button
          key={said}
          id={`answer-${said}`}
          kind={n === 0 ? 'main' : 'plain'}
          text={t(answerWords[said])}
          busy={answer.busy}
          onTap={async () => {
            const next = await answer.run(said)
            if (next) put(next)
          }}
        />
      ))}
      {answer.failure ? <FailureNote failure={answer.failure} /> : null}
    </Card>
  )
}

/** The office ends a permit: the household has moved out, or gives it up without a phone. */
function End({ vehicle, put }: Props) {
  const t = useTexts()
  const [asking, setAsking] = useState(false)
  return (
    <Section>
      <Button id="end" kind="danger" text={t('end')} onTap={() => setAsking(true)} />
      {asking ? (
        <WithReason
          id="end"
          title={t('end')}
          send={(reason, requestId) => cloud.parking.end({ id: vehicle.id, reason }, { requestId })}
          onDone={next => {
            setAsking(false)
            toast(t('cancelled'))
            put(next)
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Section>
  )
}

/** The household's actions on the vehicle. */
function Own({ vehicle, put }: Props) {
  const t = useTexts()
  const [asking, setAsking] = useState(false)
  const renew = useSend(requestId => cloud.parking.renew({ id: vehicle.id }, { requestId }))
  const cancel = useSend(requestId => cloud.parking.cancel({ id: vehicle.id }, { requestId }))
  const code = useSend(requestId => cloud.parking.windscreen({ id: vehicle.id }, { requestId }))
  const [url, setUrl] = useState('')
  const given = isGiven(vehicle)
  const over = asking ? (
    <Sheet id="cancel-sheet" title={t(given ? 'handBack' : 'cancel')} onClose={() => setAsking(false)}>
      {given ? <Text className="paragraph">{t('handBackSure')}</Text> : null}
      {cancel.failure ? <FailureNote failure={cancel.failure} /> : null}
      <Button
        id="do-cancel"
        kind="danger"
        text={t(given ? 'handBack' : 'cancel')}
        busy={cancel.busy}
        onTap={async () => {
          const next = await cancel.run()
          if (next) {
            setAsking(false)
            toast(t('cancelled'))
            put(next)
          }
        }}
      />
    </Sheet>
  ) : null
  return (
    <Section>
      {vehicle.actions.includes('renew') ? (
        <Button
          id="renew"
          text={t('renew')}
          busy={renew.busy}
          onTap={async () => {
            askConsent('parkingNews')
            const next = await renew.run()
            if (next) {
              toast(t('renewed'))
              put(next)
            }
          }}
        />
      ) : null}
      {renew.failure ? <FailureNote failure={renew.failure} /> : null}
      {given && vehicle.plate !== null && !url ? (
        <Button
          id="windscreen"
          kind="plain"
          text={t('code')}
          busy={code.busy}
          onTap={async () => {
            const made = await code.run()
            if (made) setUrl(made.url)
          }}
        />
      ) : null}
      {code.failure ? <FailureNote failure={code.failure} /> : null}
      {url ? (
        <View className="windscreen">
          <Card id="windscreen-code">
            <Text className="quiet">{t('codeHint')}</Text>
            <Image className="windscreen-picture" src={url} mode="aspectFit" showMenuByLongpress />
          </Card>
        </View>
      ) : null}
      <Button
        id="cancel"
        kind="danger"
        text={t(given ? 'handBack' : 'cancel')}
        onTap={() => setAsking(true)}
      />
      {over}
    </Section>
  )
}
