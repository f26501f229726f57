import { Button as WeButton, Text, View } from '@tarojs/components'
import Taro, { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import type { PassView } from '@domain/visitor/contract'
import { passStateWords } from '@domain/visitor/wording'
import { cloud } from '@/cloud/client'
import { useLoad, useSend } from '@/cloud/hooks'
import { useKnownSession } from '@/cloud/session'
import { useLang } from '@/i18n/lang'
import { useT, useTexts, useWords } from '@/i18n/texts'
import { Badge, Button, Card, FailureNote, Icon, Page, Row, Section, Sheet, States } from '@/ui'
import { go, inBrowser, toast } from '@/ui/platform'
import { showTime } from '@/ui/when'
import { WalkInAsk } from '../lib/walk-in-ask'
import { peopleWords, stateLooks, validWords } from '../lib/words'
import { texts } from '../texts'
import '../visitor.css'

/** What the share card opens: a token, and nothing else. */
const cardPath = (pass: PassView): string => `packages/visitor/card/index?token=${pass.shareToken}`

/** A pass as its host sees it: send it, see the guest arrive, take it back. */
export default function PassPage() {
  useKnownSession()
  const x = useTexts(texts)
  const id = useRouter().params.id ?? ''
  const loaded = useLoad(() => cloud.visitor.get({ id }), [id])
  const pass = loaded.data
  useShareAppMessage(() => ({
    title: x('shareTitle'),
    path: pass ? `/${cardPath(pass)}` : '/pages/home/index',
    // Without a picture WeChat would send one of this page, with the guest's name on it.
    imageUrl: '/packages/visitor/pass-card.png',
  }))
  return (
    <Page title={x('passTitle')} id="page-pass">
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

function Whole({ pass, put }: { pass: PassView; put: (pass: PassView) => void }) {
  const x = useTexts(texts)
  const lang = useLang()
  const say = useWords()
  const t = useT()
  const [sure, setSure] = useState(false)
  const revoke = useSend(requestId => cloud.visitor.revoke({ id: pass.id }, { requestId }))
  const star = useSend((requestId, starred: boolean) =>
    cloud.visitor.star({ id: pass.id, starred }, { requestId }),
  )
  const [tone, icon] = stateLooks[pass.state]
  const issued = pass.kind !== 'walkIn'
  return (
    <>
      <Card>
        <View className="card-top">
          <View className="card-what">
            <Icon name="user" />
            <Text>{pass.name}</Text>
          </View>
          <Badge text={say(passStateWords[pass.state])} tone={tone} icon={icon} />
        </View>
        <Text className="card-text">{validWords(pass, lang)}</Text>
        <Text className="card-meta">
          {[t('houseNo', { code: pass.house }), peopleWords(pass.party, lang), pass.plate, pass.phone]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {pass.note ? <Text className="card-meta">{pass.note}</Text> : null}
        {pass.uses !== 1 && issued ? (
          <Text className="card-meta">
            {pass.uses === null
              ? x('usedTimes', { used: pass.used })
              : x('usedOf', { used: pass.used, uses: pass.uses })}
          </Text>
        ) : null}
      </Card>
      {pass.actions.includes('share') ? <Share pass={pass} /> : null}
      {pass.visits.length ? (
        <Section title={x('visits')}>
          <View className="card card-list">
            {[...pass.visits].reverse().map(visit => (
              <Row
                key={visit.at}
                icon="pin"
                title={x('cameAt', { gate: visit.gate })}
                value={showTime(visit.at, lang)}
                hint={[
                  visit.leftAt ? x('leftAt', { time: showTime(visit.leftAt, lang) }) : x('stillIn'),
                  visit.offline ? x('byOffline') : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              />
            ))}
          </View>
        </Section>
      ) : null}
      {issued ? (
        <View className="buttons">
          <Button
            id="again"
            kind="plain"
            text={x('again')}
            onTap={() => go(`packages/visitor/issue/index?again=${pass.id}`)}
          />
          <Button
            id="star"
            kind="plain"
            icon="star"
            text={x(pass.starred ? 'unstar' : 'star')}
            busy={star.busy}
            onTap={async () => {
              const next = await star.run(!pass.starred)
              if (next) put(next)
            }}
          />
          {pass.actions.includes('revoke') ? (
            <Button id="revoke" kind="danger" text={x('revoke')} onTap={() => setSure(true)} />
          ) : null}
        </View>
      ) : null}
      {star.failure ? <FailureNote failure={star.failure} /> : null}
      {sure ? (
        <Sheet id="revoke-sheet" title={x('revoke')} onClose={() => setSure(false)}>
          <Text className="paragraph">{x('revokeSure')}</Text>
          {revoke.failure ? <FailureNote failure={revoke.failure} /> : null}
          <Button
            id="revoke-sure"
            kind="danger"
            text={x('revoke')}
            busy={revoke.busy}
            onTap={async () => {
              const next = await revoke.run()
              if (next) {
                put(next)
                setSure(false)
                toast(x('revoked'))
              }
            }}
          />
        </Sheet>
      ) : null}
    </>
  )
}

function Share({ pass }: { pass: PassView }) {
  const x = useTexts(texts)
  const copy = async () => {
    await Taro.setClipboardData({
      data: `${window.location.origin}/m/?as=guest-${pass.id.slice(0, 6)}#/${cardPath(pass)}`,
    })
    toast(x('copied'))
  }
  return (
    <Card tone="soft">
      <Text className="card-meta">{x(pass.opened ? 'opened' : 'notOpened')}</Text>
      {inBrowser ? (
        <Button id="share" text={x('copyLink')} onTap={copy} />
      ) : (
        <WeButton id="share" className="button button-main" openType="share">
          <Text className="button-text">{x('share')}</Text>
        </WeButton>
      )}
      <View className="said-digits">
        <Text className="card-meta">{x('digits')}</Text>
        <Text className="digits" id="pass-digits">
          {pass.shortCode.slice(0, 3)} {pass.shortCode.slice(3)}
        </Text>
        <Text className="card-meta">{x('digitsHint')}</Text>
      </View>
      <Button id="see-card" kind="quiet" text={x('seeCard')} onTap={() => go(cardPath(pass))} />
    </Card>
  )
}
