import { Button as WeButton, Text, View } from '@tarojs/components'
import Taro, { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import type { PassView } from '@domain/visitor/contract'
import { passStateWords, revokerWords } from '@domain/visitor/wording'
import { cloud } from '@/cloud/client'
import { useLoad, useSend } from '@/cloud/hooks'
import { useKnownSession } from '@/state/session'
import { useLang } from '@/i18n/lang'
import { Badge, Button, Card, Icon, Row, Section, Sheet } from '@/ui'
import { FailureNote, Page, States } from '@/widgets'
import { go } from '@/device/navigate'
import { inBrowser, toast } from '@/device/platform'
import { showTime } from '@/i18n/when'
import { WalkInAsk } from '../lib/walk-in-ask'
import { peopleWords, stateLooks, validWords } from '../lib/words'
import { useTexts } from '../texts'
import '../visitor.css'

/** The path of the share card; it holds only the token. */
const cardPath = (pass: PassView): string => `packages/visitor/card/index?token=${pass.shareToken}`

/**
 * A pass as its host sees it: send it, follow the visits, revoke it. An owner of the house and the butler can
 * revoke it too.
 */
export default function PassPage() {
  useKnownSession()
  const t = useTexts()
  const id = useRouter().params.id ?? ''
  const loaded = useLoad(() => cloud.visitor.get({ id }), [id])
  const pass = loaded.data
  useShareAppMessage(() => ({
    title: t('shareTitle'),
    path: pass ? `/${cardPath(pass)}` : '/pages/home/index',
    // Without an image WeChat would send a screenshot of this page, with the guest's name on it.
    imageUrl: '/packages/visitor/pass-card.png',
  }))
  return (
    <Page title={t('passTitle')} id="page-pass">
      <States of={loaded}>
        {shown =>
          shown.actions.includes('decide') ? (
            <WalkInAsk pass={shown} onAnswer={loaded.put} />
          ) : (
            <Whole pass={shown} put={loaded.put} />
          )
        }
      </States>
    </Page>
  )
}

interface PutProps {
  pass: PassView
  put: (pass: PassView) => void
}

function Whole({ pass, put }: PutProps) {
  return (
    <>
      <About pass={pass} />
      {pass.actions.includes('share') ? <Share pass={pass} /> : null}
      <Visits visits={pass.visits} />
      {/* Only the host gets the token of the card. */}
      {pass.shareToken && pass.kind !== 'walkIn' ? <HostButtons pass={pass} put={put} /> : null}
      {pass.actions.includes('revoke') ? <Revoke pass={pass} put={put} /> : null}
    </>
  )
}

function About({ pass }: { pass: PassView }) {
  const t = useTexts()
  const lang = useLang()
  const [tone, icon] = stateLooks[pass.state]
  return (
    <Card>
      <View className="card-top">
        <View className="card-what">
          <Icon name="user" />
          <Text>{pass.name}</Text>
        </View>
        <Badge text={t(passStateWords[pass.state])} tone={tone} icon={icon} />
      </View>
      <Text className="card-text">{validWords(pass, lang)}</Text>
      <Text className="card-meta">
        {[t('houseNo', { code: pass.house }), peopleWords(pass.party, lang), pass.plate, pass.phone]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {pass.note ? <Text className="card-meta">{pass.note}</Text> : null}
      {pass.revoked ? (
        <Text className="card-meta" id="revoked-by">
          {t('revokedBy', { time: showTime(pass.revoked.at, lang), who: t(revokerWords[pass.revoked.by]) })}
        </Text>
      ) : null}
      {pass.uses !== 1 && pass.kind !== 'walkIn' ? (
        <Text className="card-meta">
          {pass.uses === null
            ? t('usedTimes', { used: pass.used })
            : t('usedOf', { used: pass.used, uses: pass.uses })}
        </Text>
      ) : null}
    </Card>
  )
}

function Visits({ visits }: Pick<PassView, 'visits'>) {
  const t = useTexts()
  const lang = useLang()
  if (visits.length === 0) return null
  return (
    <Section title={t('visits')}>
      <View className="card card-list">
        {[...visits].reverse().map(visit => (
          <Row
            key={visit.at}
            icon="pin"
            title={t('cameAt', { gate: visit.gate })}
            value={showTime(visit.at, lang)}
            hint={[
              visit.leftAt ? t('leftAt', { time: showTime(visit.leftAt, lang) }) : t('stillIn'),
              visit.offline ? t('byOffline') : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </View>
    </Section>
  )
}

function HostButtons({ pass, put }: PutProps) {
  const t = useTexts()
  const star = useSend((requestId, starred: boolean) =>
    cloud.visitor.star({ id: pass.id, starred }, { requestId }),
  )
  return (
    <>
      <View className="buttons">
        <Button
          id="again"
          kind="plain"
          text={t('again')}
          onTap={() => go(`packages/visitor/issue/index?again=${pass.id}`)}
        />
        <Button
          id="star"
          kind="plain"
          icon="star"
          text={t(pass.starred ? 'unstar' : 'star')}
          busy={star.busy}
          onTap={async () => {
            const next = await star.run(!pass.starred)
            if (next) put(next)
          }}
        />
      </View>
      {star.failure ? <FailureNote failure={star.failure} /> : null}
    </>
  )
}

function Revoke({ pass, put }: PutProps) {
  const t = useTexts()
  const [sure, setSure] = useState(false)
  const revoke = useSend(requestId => cloud.visitor.revoke({ id: pass.id }, { requestId }))
  return (
    <>
      <View className="buttons">
        <Button id="revoke" kind="danger" text={t('revoke')} onTap={() => setSure(true)} />
      </View>
      {sure ? (
        <Sheet id="revoke-sheet" title={t('revoke')} onClose={() => setSure(false)}>
          <Text className="paragraph">{t('revokeSure')}</Text>
          {revoke.failure ? <FailureNote failure={revoke.failure} /> : null}
          <Button
            id="revoke-sure"
            kind="danger"
            text={t('revoke')}
            busy={revoke.busy}
            onTap={async () => {
              const next = await revoke.run()
              if (next) {
                put(next)
                setSure(false)
                toast(t('revoked'))
              }
            }}
          />
        </Sheet>
      ) : null}
    </>
  )
}

function Share({ pass }: { pass: PassView }) {
  const t = useTexts()
  const copy = async () => {
    await Taro.setClipboardData({
      data: `${window.location.origin}/m/?as=guest-${pass.id.slice(0, 6)}#/${cardPath(pass)}`,
    })
    toast(t('copied'))
  }
  return (
    <Card tone="soft">
      <Text className="card-meta">{t(pass.opened ? 'opened' : 'notOpened')}</Text>
      {inBrowser ? (
        <Button id="share" text={t('copyLink')} onTap={copy} />
      ) : (
        <WeButton id="share" className="button button-main" openType="share">
          <Text className="button-text">{t('share')}</Text>
        </WeButton>
      )}
      <View className="said-digits">
        <Text className="card-meta">{t('digits')}</Text>
        <Text className="digits" id="pass-digits">
          {pass.shortCode.slice(0, 3)} {pass.shortCode.slice(3)}
        </Text>
        <Text className="card-meta">{t('digitsHint')}</Text>
      </View>
      <Button id="see-card" kind="quiet" text={t('seeCard')} onTap={() => go(cardPath(pass))} />
    </Card>
  )
}
