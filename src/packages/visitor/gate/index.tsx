import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { Failure } from '@domain/kernel/failure'
import { failureOf } from '@/cloud/hooks'
import { recall } from '@/state/keep'
import { useKnownSession } from '@/state/session'
import { useStore } from '@/state/store'
import { Button, Choice, Field, Label, Sheet, Skeleton } from '@/ui'
import { FailureNote, Page } from '@/widgets'
import { go } from '@/device/navigate'
import { readCode } from '@/device/read-code'
import { ScanArea } from '@/ui/scan-area'
import { checkAtGate, type GateAnswer, type Known } from '../lib/check-at-gate'
import { warmUp } from '../lib/ed25519'
import { Offline, Waiting } from '../lib/gate-notices'
import { chooseGate, chosenGate, gateMemory } from '../lib/gate-store'
import { useGateNetwork } from '../lib/use-gate-network'
import { useTexts } from '../texts'
import { Answer } from './answer'
import '../visitor.css'

/** The guard's page: one big scan button, easy to hit at night; the answer fills the screen. */
export default function GatePage() {
  const known = useKnownSession()
  const t = useTexts()
  const [gate, setGate] = useState(() => recall<string>('gate.chosen') ?? '')
  const connected = useGateNetwork()
  useEffect(() => {
    const timer = setTimeout(warmUp, 300)
    return () => clearTimeout(timer)
  }, [])
  const choose = (id: string) => {
    chooseGate(id)
    setGate(id)
  }
  return (
    <Page title={t('gateTitle')} id="page-gate" who={['guard']}>
      {known.data ? null : <Skeleton />}
      {known.data && gate ? <Shift gate={gate} connected={connected} onChange={() => choose('')} /> : null}
      {known.data && !gate ? <ChooseGate onChoose={choose} /> : null}
    </Page>
  )
}

function ChooseGate({ onChoose }: { onChoose: (gate: string) => void }) {
  const t = useTexts()
  const { kit } = useStore(gateMemory())
  return (
    <Label text={t('chooseGate')}>
      <Text className="quiet">{t('chooseGateHint')}</Text>
      {kit ? (
        <Choice
          name="gate"
          label={t('chooseGate')}
          columns={2}
          value={undefined}
          options={kit.gates.map(({ id, name }) => ({ value: id, text: t(name), icon: 'pin' }))}
          onChange={onChoose}
        />
      ) : (
        <Skeleton cards={1} />
      )}
    </Label>
  )
}

function Shift({ gate, connected, onChange }: { gate: string; connected: boolean; onChange: () => void }) {
  const t = useTexts()
  const { kit } = useStore(gateMemory())
  const chosen = kit?.gates.find(({ id }) => id === gate)
  // People read the log, so it stores the gate's name.
  const name = chosenGate()
  const [asking, setAsking] = useState(false)
  const [answer, setAnswer] = useState<GateAnswer>()
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  const check = async (known: Known) => {
    setBusy(true)
    setFailure(undefined)
    try {
      const found = await checkAtGate(known, name)
      void Promise.resolve(found.admit ? Taro.vibrateShort({ type: 'heavy' }) : Taro.vibrateLong()).catch(
        () => undefined,
      )
      setAsking(false)
      setAnswer(found)
    } catch (error) {
      setFailure(failureOf(error))
    } finally {
      setBusy(false)
    }
  }
  const scan = async () => {
    const read = await readCode()
    if (read === '') setFailure({ code: 'INVALID_INPUT', message: t('unreadable') })
    else if (read !== null) await check({ payload: read })
  }
  if (answer) return <Answer answer={answer} onDone={() => setAnswer(undefined)} />
  return (
    <>
      <View className="gate-head">
        <Text className="gate-name">{t('atGate', { gate: chosen ? t(chosen.name) : gate })}</Text>
        <Button id="change-gate" kind="quiet" small text={t('change')} onTap={onChange} />
      </View>
      {connected ? null : <Offline />}
      <Waiting />
      <ScanArea
        text={t('scan')}
        busy={busy}
        onTap={() => {
          void scan()
        }}
      />
      {failure && !asking ? <FailureNote failure={failure} /> : null}
      <View className="gate-ways">
        <Button
          id="digits"
          kind="plain"
          text={t('typeDigits')}
          onTap={() => {
            setFailure(undefined)
            setAsking(true)
          }}
        />
        <Button
          id="plate"
          kind="plain"
          text={t('typePlate')}
          onTap={() => go('packages/visitor/vehicles/index')}
        />
        <Button
          id="walk-in"
          kind="plain"
          text={t('noPass')}
          onTap={() => go(`packages/visitor/walk/index?gate=${encodeURIComponent(name)}`)}
        />
        <Button id="inside" kind="plain" text={t('inside')} onTap={() => go('packages/visitor/log/index')} />
      </View>
      {asking ? (
        <Ask
          busy={busy}
          failure={failure}
          onAsk={check}
          onClose={() => {
            setFailure(undefined)
            setAsking(false)
          }}
        />
      ) : null}
    </>
  )
}

interface AskProps {
  busy: boolean
  failure: Failure | undefined
  onAsk: (known: Known) => Promise<void>
  onClose: () => void
}

function Ask({ busy, failure, onAsk, onClose }: AskProps) {
  const t = useTexts()
  const [typed, setTyped] = useState('')
  return (
    <Sheet id="ask-digits" title={t('typeDigits')} onClose={onClose}>
      <Field id="typed" label={t('typeDigits')} type="number" most={6} value={typed} onChange={setTyped} />
      {failure ? <FailureNote failure={failure} /> : null}
      <Button
        id="check"
        text={t('check')}
        disabled={!/^\d{6}$/.test(typed)}
        busy={busy}
        onTap={() => onAsk({ shortCode: typed })}
      />
    </Sheet>
  )
}
