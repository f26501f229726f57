import { Image, Text, View } from '@tarojs/components'
import Taro, { useDidHide, useDidShow, useRouter } from '@tarojs/taro'
import { useEffect, useMemo, useState } from 'react'
import { makePayload, slotMs, slotOf, untilNextSlot } from '@domain/visitor/code'
import { fromHex } from '@domain/visitor/hex'
import { passStateWords } from '@domain/visitor/wording'
import { useLoad } from '@/cloud/hooks'
import { useLang } from '@/i18n/lang'
import { Badge, Empty, Row } from '@/ui'
import { Page, States } from '@/widgets'
import { inBrowser } from '@/device/platform'
import { region } from '@/ui/control'
import { showTime } from '@/i18n/when'
import { codePicture } from '@/ui/code-picture'
import { signerOf } from '../lib/ed25519'
import { openPass, type KeptPass } from '../lib/held-pass'
import { peopleWords, stateLooks, validWords } from '../lib/words'
import { useTexts } from '../texts'
import '../visitor.css'

/** The guest's pass: needs no account, and no network after it was first opened. */
export default function CardPage() {
  const t = useTexts()
  const token = useRouter().params.token ?? ''
  const opened = useLoad(() => openPass(token), [token])
  useBright()
  const missing = opened.failure?.code === 'FORBIDDEN' || opened.failure?.code === 'INVALID_INPUT'
  return (
    <Page title={t('cardTitle')} id="page-card">
      {missing && !opened.data ? (
        <Empty icon="alert" title={t('badCard')} hint={t('badCardHint')} />
      ) : (
        <States of={opened}>{pass => <Pass pass={pass} />}</States>
      )}
    </Page>
  )
}

/** Sets the screen to full brightness and keeps it on while the code is shown. */
function useBright(): void {
  const shine = (on: boolean) => {
    if (inBrowser) return
    void Promise.resolve(Taro.setScreenBrightness({ value: on ? 1 : -1 })).catch(() => undefined)
    void Promise.resolve(Taro.setKeepScreenOn({ keepScreenOn: on })).catch(() => undefined)
  }
  useDidShow(() => shine(true))
  useDidHide(() => shine(false))
  useEffect(() => () => shine(false), [])
}

/** Six digits come with every pass that still admits a visitor. */
const isUsable = ({ shortCode }: KeptPass['held']): boolean => shortCode !== ''

/** Shown instead of the code: a preview, a welcome after entry, or a pass that is not valid. */
function WithoutCode({ held }: { held: KeptPass['held'] }) {
  const t = useTexts()
  if (isUsable(held)) return <Empty icon="user" title={t('previewOnly')} />
  if (held.state === 'inside') return <Empty icon="check" title={t('welcome')} />
  return <Empty icon="close" title={t('notShown')} />
}

function Pass({ pass }: { pass: KeptPass }) {
  const t = useTexts()
  const lang = useLang()
  const { held } = pass
  const [tone, icon] = stateLooks[held.state]
  const usable = isUsable(held)
  return (
    <>
      <View className="pass-head">
        <Text className="pass-estate">{t(held.estate)}</Text>
        <Badge text={t(passStateWords[held.state])} tone={tone} icon={icon} />
      </View>
      {held.certificate === null ? (
        <WithoutCode held={held} />
      ) : (
        <Code pass={pass} certificate={held.certificate} />
      )}
      {usable ? (
        <View className="said-digits">
          <Text className="card-meta">{t('orSay')}</Text>
          <Text className="digits" id="card-digits">
            {held.shortCode.slice(0, 3)} {held.shortCode.slice(3)}
          </Text>
        </View>
      ) : null}
      <View className="card card-list">
        <Row
          icon="clock"
          title={validWords(held.terms, lang)}
          hint={
            held.state === 'upcoming'
              ? t('startsAt', { time: showTime(held.terms.from, lang) })
              : [peopleWords(held.terms.party, lang), held.plate].filter(Boolean).join(' · ')
          }
        />
        <Row
          icon="pin"
          title={held.gates.map(({ name }) => t(name)).join(lang === 'en' ? ', ' : '、') || t('anyGate')}
          hint={t(held.way)}
        />
      </View>
    </>
  )
}

/** A new code every 30 seconds, generated on the phone without a network. */
function Code({ pass: { secret, ahead }, certificate }: { pass: KeptPass; certificate: string }) {
  const t = useTexts()
  const [now, setNow] = useState(() => Date.now() + ahead)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now() + ahead), 1000)
    return () => clearInterval(timer)
  }, [ahead])
  const slot = slotOf(now)
  const picture = useMemo(
    () => codePicture(makePayload(fromHex(certificate), slot * slotMs, signerOf(fromHex(secret)))),
    [slot, certificate, secret],
  )
  return (
    <View className="pass-code" {...region('img', t('showThis'))}>
      <Image className="pass-picture" id="pass-code" src={picture} mode="aspectFit" />
      <Text className="pass-fresh">{t('codeFresh', { s: Math.ceil(untilNextSlot(now) / 1000) })}</Text>
      <Text className="pass-fresh">{t('noScreenshot')}</Text>
    </View>
  )
}
