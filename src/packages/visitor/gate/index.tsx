import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { Failure } from '@domain/kernel/failure'
import { failureOf } from '@/cloud/hooks'
import { recall } from '@/cloud/keep'
import { useKnownSession } from '@/cloud/session'
import { useStore } from '@/cloud/store'
import { useTexts, useWords } from '@/i18n/texts'
import { Button, Choice, FailureNote, Field, Label, Page, Sheet, Skeleton } from '@/ui'
import { go } from '@/ui/platform'
import { readCode } from '@/ui/read-code'
import { ScanArea } from '@/ui/scan-area'
import { checkAtGate, type GateAnswer, type Known } from '../lib/check-at-gate'
import { warmUp } from '../lib/ed25519'
import { Offline, Waiting } from '../lib/gate-notices'
import { chooseGate, chosenGate, gateMemory } from '../lib/gate-store'
import { useGateNetwork } from '../lib/use-gate-network'
import { texts } from '../texts'
import { Answer } from './answer'
import '../visitor.css'

/** One big button at night: scan, and the answer fills the screen. */
export default function GatePage() {
  const known = useKnownSession()
  const x = useTexts(texts)
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
    <Page title={x('gateTitle')} id="page-gate" who={['guard']}>
      {known.data ? (
        gate ? (
          <Duty gate={gate} connected={connected} onChange={() => choose('')} />
        ) : (
          <ChooseGate onChoose={choose} />
        )
      ) : (
        <Skeleton />
      )}
    </Page>
  )
}

function ChooseGate({ onChoose }: { onChoose: (gate: string) => void }) {
  const x = useTexts(texts)
  const say = useWords()
  const { kit } = useStore(gateMemory())
  return (
    <Label text={x('chooseGate')}>
      <Text className="quiet">{x('chooseGateHint')}</Text>
      {kit ? (
        <Choice
          name="gate"
          label={x('chooseGate')}
          columns={2}
          value={undefined}
          options={kit.gates.map(({ id, name }) => ({ value: id, text: say(name), icon: 'pin' }))}
          onChange={onChoose}
        />
      ) : (
        <Skeleton cards={1} />
      )}
    </Label>
  )
}

function Duty({ gate, connected, onChange }: { gate: string; connected: boolean; onChange: () => void }) {
  const x = useTexts(texts)
  const say = useWords()
  const { kit } = useStore(gateMemory())
  const chosen = kit?.gates.find(({ id }) => id === gate)
  // The log is read by people: it gets the gate's name.
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
    if (read === '') setFailure({ code: 'INVALID_INPUT', message: x('unreadable') })
    else if (read !== null) await check({ payload: read })
  }
  if (answer) return <Answer answer={answer} onDone={() => setAnswer(undefined)} />
  return (
    <>
      <View className="gate-head">
        <Text className="gate-name">{x('atGate', { gate: chosen ? say(chosen.name) : gate })}</Text>
        <Button id="change-gate" kind="quiet" small text={x('change')} onTap={onChange} />
      </View>
      {connected ? null : <Offline />}
      <Waiting />
      <ScanArea
        text={x('scan')}
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
          text={x('typeDigits')}
          onTap={() => {
            setFailure(undefined)
            setAsking(true)
          }}
        />
        <Button
          id="plate"
          kind="plain"
          text={x('typePlate')}
          onTap={() => go('packages/visitor/vehicles/index')}
        />
        <Button
          id="walk-in"
          kind="plain"
          text={x('noPass')}
          onTap={() => go(`packages/visitor/walk/index?gate=${encodeURIComponent(name)}`)}
        />
        <Button id="inside" kind="plain" text={x('inside')} onTap={() => go('packages/visitor/log/index')} />
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
  const x = useTexts(texts)
  const [typed, setTyped] = useState('')
  return (
    <Sheet id="ask-digits" title={x('typeDigits')} onClose={onClose}>
      <Field id="typed" label={x('typeDigits')} type="number" most={6} value={typed} onChange={setTyped} />
      {failure ? <FailureNote failure={failure} /> : null}
      <Button
        id="check"
        text={x('check')}
        disabled={!/^\d{6}$/.test(typed)}
        busy={busy}
        onTap={() => onAsk({ shortCode: typed })}
      />
    </Sheet>
  )
}
