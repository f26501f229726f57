import { Text, View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { Failure } from '@domain/kernel/failure'
import { isPlate, spokenPlate } from '@domain/kernel/plate'
import type { Match } from '@domain/parking/contract'
import { gravest } from '@domain/parking/lookup'
import { knownWords, permitWords, vehicleWords } from '@domain/parking/wording'
import { failureOf } from '@/cloud/hooks'
import { useKnownSession } from '@/cloud/session'
import { useStore } from '@/cloud/store'
import { useLang } from '@/i18n/lang'
import { useT, useTexts, useWords } from '@/i18n/texts'
import { Badge, Button, Card, FailureNote, Icon, Page, Skeleton, type IconName } from '@/ui'
import type { Tone } from '@/ui/badge'
import { PlateField } from '@/ui/plate-field'
import { go, region, toast } from '@/ui/platform'
import { showTime } from '@/ui/when'
import { Answer } from '../gate/answer'
import { carMemory, fetchPlates, findPlates, passCar, tellCars } from '../lib/car-store'
import { checkAtGate, type GateAnswer } from '../lib/check-at-gate'
import { chosenGate, fetchKit, online } from '../lib/gate-store'
import { texts } from '../texts'
import '../visitor.css'

/** Three characters, and the guard sees which cars they can be. */
const enough = 3

/** A car at the barrier: who it is, and one tap that it came or went. */
export default function VehiclesPage() {
  const x = useTexts(texts)
  const known = useKnownSession()
  const gate = chosenGate()
  useDidShow(() => { void refresh() })
  return (
    <Page title={x('vehiclesTitle')} id='page-gate-vehicles' who={['guard']}>
      {!known.data ? <Skeleton /> : gate ? <LookUp gate={gate} /> : <Button id='choose-gate' text={x('chooseGate')} onTap={() => go('packages/visitor/gate/index')} />}
    </Page>
  )
}

/** Tells what waits and fetches what is new; without a network the phone goes on with what it has. */
async function refresh(): Promise<void> {
  try {
    if (!await online()) return
    await tellCars()
    await Promise.all([fetchPlates(), fetchKit()])
  } catch {
    // Nothing is lost: the next showing of the page tries again.
  }
}

function LookUp({ gate }: { gate: string }) {
  const x = useTexts(texts)
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<{ typed: string; matches: Match[]; offline: boolean }>()
  const [failure, setFailure] = useState<Failure>()
  const [answer, setAnswer] = useState<GateAnswer>()
  useEffect(() => {
    setFailure(undefined)
    if (typed.length < enough) return setFound(undefined)
    let latest = true
    findPlates(typed).then(next => { if (latest) setFound({ typed, ...next }) }, (error: unknown) => { if (latest) setFailure(failureOf(error)) })
    return () => { latest = false }
  }, [typed])
  const pass = async (match: Match, direction: 'in' | 'out') => {
    setFailure(undefined)
    try {
      setAnswer(await passing(match, direction, gate, () => toast(x('carLeft'))))
      setTyped('')
    } catch (error) {
      setFailure(failureOf(error))
    }
  }
  if (answer) return <Answer answer={answer} onDone={() => setAnswer(undefined)} />
  const unknown = isPlate(typed) && found?.typed === typed && !found.matches.some(({ plate }) => plate === typed)
  return (
    <>
      <Waiting />
      {found ? (
        <View {...region('list', x('vehiclesTitle'))}>
          {found.offline ? <Text className='quiet hint' id='found-offline'>{x('checkedOffline')}</Text> : null}
          {found.matches.map(match => <Found key={`${match.known}${match.plate}`} match={match} onPass={pass} />)}
          {unknown ? <Found match={gravest(typed, [])} onPass={pass} /> : null}
          {!found.matches.length && !unknown ? <Text className='paragraph' id='nothing-found'>{x('noPlate')}</Text> : null}
        </View>
      ) : null}
      {failure ? <FailureNote failure={failure} /> : null}
      <PlateField id='piece' piece label={x('typePiece')} value={typed} onChange={setTyped} />
    </>
  )
}

/** A visitor's car goes by its pass, so that the pass is used up; every other by the log of vehicles. */
async function passing(match: Match, direction: 'in' | 'out', gate: string, onLeft: () => void): Promise<GateAnswer | undefined> {
  if (match.known === 'visitor' && direction === 'in') return checkAtGate({ plate: match.plate }, gate)
  const { admitted, offline } = await passCar(match.plate, direction, gate)
  if (direction === 'out') {
    onLeft()
    return undefined
  }
  void Promise.resolve(admitted ? Taro.vibrateShort({ type: 'heavy' }) : Taro.vibrateLong()).catch(() => undefined)
  return {
    admit: admitted, reason: admitted ? null : 'BLOCKED', entryId: null, name: null, house: null, party: null, plate: match.plate,
    until: match.known === 'permit' ? match.until : null, next: null, note: null, offline,
  }
}

const looks: Record<Match['known'], [Tone, IconName]> = { permit: ['good', 'check'], visitor: ['good', 'user'], expired: ['warn', 'alert'], blocked: ['bad', 'lock'], unknown: ['warn', 'alert'] }

function Found({ match, onPass }: { match: Match; onPass: (match: Match, direction: 'in' | 'out') => Promise<void> }) {
  const x = useTexts(texts)
  const t = useT()
  const say = useWords()
  const lang = useLang()
  const [tone, icon] = looks[match.known]
  const about = [match.vehicle && say(vehicleWords[match.vehicle]), match.permit && say(permitWords[match.permit]), match.house && match.house !== '*' && t('houseNo', { code: match.house }), match.area, match.until && x('until', { time: showTime(match.until, lang) }), match.inside ? x('carInside') : '']
  return (
    <Card id={`plate-${match.plate}`} tone={match.known === 'blocked' ? 'waiting' : 'plain'}>
      <View className='card-top'>
        <Text className='found-plate'>{spokenPlate(match.plate)}</Text>
        <Badge text={say(knownWords[match.known])} tone={tone} icon={icon} />
      </View>
      <Text className='card-meta'>{about.filter(Boolean).join(' · ')}</Text>
      <View className='buttons'>
        <Button id={`in-${match.plate}`} kind={match.known === 'permit' || match.known === 'visitor' ? 'main' : 'plain'} text={x(match.known === 'blocked' ? 'carRefused' : 'carIn')} onTap={() => onPass(match, 'in')} />
        {match.known === 'visitor' ? null : <Button id={`out-${match.plate}`} kind='plain' text={x('carOut')} onTap={() => onPass(match, 'out')} />}
      </View>
    </Card>
  )
}

/** What has not been told yet. */
function Waiting() {
  const x = useTexts(texts)
  const { records } = useStore(carMemory())
  if (!records.length) return null
  return (
    <View className='notice gate-waiting' id='cars-waiting' {...region('status')}>
      <Icon name='alert' />
      <View className='row-words'><Text>{x('waiting', { n: records.length })}</Text></View>
      <Button id='tell-cars' kind='quiet' small text={x('syncNow')} onTap={() => tellCars().catch(() => undefined)} />
    </View>
  )
}
