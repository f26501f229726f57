import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { Failure } from '@domain/kernel/failure'
import { isPlate, spokenPlate } from '@domain/kernel/plate'
import type { EndedPass, Match } from '@domain/parking/contract'
import { decisiveMatch, maxMatches } from '@domain/parking/lookup'
import { knownWords, permitWords, vehicleWords } from '@domain/parking/wording'
import { failureOf } from '@/cloud/hooks'
import { useKnownSession } from '@/state/session'
import { useLang } from '@/i18n/lang'
import { Badge, Button, Card, Empty, Skeleton, type IconName } from '@/ui'
import { FailureNote, Page } from '@/widgets'
import type { Tone } from '@/ui/badge'
import { PlateField } from '@/ui/plate-field'
import { go } from '@/device/navigate'
import { region } from '@/ui/control'
import { toast } from '@/device/platform'
import { showTime } from '@/i18n/when'
import { Answer } from '../gate/answer'
import { findPlates, passCar } from '../lib/car-store'
import { checkAtGate, type GateAnswer } from '../lib/check-at-gate'
import { Offline, Waiting } from '../lib/gate-notices'
import { chosenGate } from '../lib/gate-store'
import { happenedTexts, nextSteps } from '../lib/refusals'
import { useGateNetwork } from '../lib/use-gate-network'
import { useTexts } from '../texts'
import '../visitor.css'

/** From this many characters on, matching cars are listed. */
const enough = 3

/** A car at the barrier: whose it is, and one tap to record its entry or exit. */
export default function VehiclesPage() {
  const t = useTexts()
  const known = useKnownSession()
  const gate = chosenGate()
  const connected = useGateNetwork()
  return (
    <Page title={t('vehiclesTitle')} id="page-gate-vehicles" who={['guard']}>
      {known.data ? null : <Skeleton />}
      {known.data && gate ? <LookUp gate={gate} connected={connected} /> : null}
      {known.data && !gate ? (
        <Empty
          icon="pin"
          title={t('chooseGate')}
          hint={t('chooseGateHint')}
          action={
            <Button id="choose-gate" text={t('goChoose')} onTap={() => go('packages/visitor/gate/index')} />
          }
        />
      ) : null}
    </Page>
  )
}

interface Found {
  typed: string
  matches: Match[]
  ended: EndedPass | null
  offline: boolean
}

function LookUp({ gate, connected }: { gate: string; connected: boolean }) {
  const t = useTexts()
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<Found>()
  const [failure, setFailure] = useState<Failure>()
  const [answer, setAnswer] = useState<GateAnswer>()
  const [folded, setFolded] = useState(false)
  useEffect(() => {
    setFailure(undefined)
    if (typed.length < enough) return setFound(undefined)
    let latest = true
    findPlates(typed).then(
      next => {
        if (latest) setFound({ typed, ...next })
      },
      (error: unknown) => {
        if (latest) setFailure(failureOf(error))
      },
    )
    return () => {
      latest = false
    }
  }, [typed])
  const pass = async (match: Match, direction: 'in' | 'out') => {
    setFailure(undefined)
    try {
      setAnswer(
        await passing(match, direction, gate, {
          onLeft: () => toast(t('carLeft')),
          knownAs: ({ known }) => t(knownWords[known]),
        }),
      )
      setTyped('')
      setFolded(false)
    } catch (error) {
      setFailure(failureOf(error))
    }
  }
  if (answer) return <Answer answer={answer} onDone={() => setAnswer(undefined)} />
  return (
    <View className="look-up">
      <View className="look-up-seen" onTouchStart={() => setFolded(typed !== '')}>
        {typed ? null : (
          <>
            {connected ? null : <Offline />}
            <Waiting />
          </>
        )}
        {found ? <Matches found={found} onPass={pass} /> : null}
        {found || typed ? null : <Text className="quiet">{t('pieceHint')}</Text>}
        {failure ? <FailureNote failure={failure} /> : null}
      </View>
      <View className="look-up-keys">
        <PlateField
          id="piece"
          piece
          label={t('typePiece')}
          value={typed}
          folded={folded}
          onUnfold={() => setFolded(false)}
          onChange={next => {
            setTyped(next)
            setFolded(false)
          }}
        />
      </View>
    </View>
  )
}

type OnPass = (match: Match, direction: 'in' | 'out') => Promise<void>

function Matches({ found: { typed, matches, ended, offline }, onPass }: { found: Found; onPass: OnPass }) {
  const t = useTexts()
  const unknown = isPlate(typed) && !matches.some(({ plate }) => plate === typed)
  return (
    <View {...region('list', t('vehiclesTitle'))}>
      {offline ? (
        <Text className="quiet" id="found-offline">
          {t('checkedOffline')}
        </Text>
      ) : null}
      {unknown ? <MatchCard match={decisiveMatch(typed, [])} ended={ended} onPass={onPass} /> : null}
      {matches.map(match => (
        <MatchCard key={match.plate} match={match} ended={null} onPass={onPass} />
      ))}
      {matches.length >= maxMatches ? (
        <Text className="quiet" id="more-matches">
          {t('moreMatches', { n: maxMatches })}
        </Text>
      ) : null}
      {!matches.length && !unknown ? (
        <Text className="paragraph" id="nothing-found">
          {t('noPlate')}
        </Text>
      ) : null}
    </View>
  )
}

/** A visitor's car comes in by its pass, so that the pass is used up; any other goes to the vehicle log. */
async function passing(
  match: Match,
  direction: 'in' | 'out',
  gate: string,
  { onLeft, knownAs }: { onLeft: () => void; knownAs: (match: Match) => string },
): Promise<GateAnswer | undefined> {
  if (match.known === 'visitor' && direction === 'in') return checkAtGate({ plate: match.plate }, gate)
  const { admitted, offline } = await passCar(match.plate, direction, gate)
  if (direction === 'out') {
    onLeft()
    return undefined
  }
  void Promise.resolve(admitted ? Taro.vibrateShort({ type: 'heavy' }) : Taro.vibrateLong()).catch(
    () => undefined,
  )
  return {
    admit: admitted,
    reason: admitted ? null : 'BLOCKED',
    entryId: null,
    name: null,
    house: null,
    party: null,
    plate: match.plate,
    // The guard decides to let it in; only a permit has an end to show.
    until: match.known === 'permit' ? match.until : null,
    next: null,
    happened: null,
    note: match.known === 'permit' ? null : knownAs(match),
    offline,
  }
}

const looks: Record<Match['known'], [Tone, IconName]> = {
  permit: ['good', 'check'],
  visitor: ['good', 'user'],
  expired: ['warn', 'alert'],
  blocked: ['bad', 'lock'],
  unknown: ['warn', 'alert'],
}

/** The known facts about a car, in one line. */
function useAbout({ vehicle, permit, house, area, until, inside }: Match): string {
  const t = useTexts()
  const lang = useLang()
  return [
    vehicle && t(vehicleWords[vehicle]),
    permit && t(permitWords[permit]),
    house && house !== '*' && t('houseNo', { code: house }),
    area,
    until && t('until', { time: showTime(until, lang) }),
    inside ? t('carInside') : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

/** A visitor's pass for this plate that has ended: what happened, and what to do. */
function Ended({ ended: { reason, at, gate } }: { ended: EndedPass }) {
  const t = useTexts()
  const lang = useLang()
  return (
    <View id="ended-pass">
      <Text className="card-text">
        {t('hadPass', { what: t(happenedTexts[reason], { time: showTime(at, lang), gate: gate ?? '' }) })}
      </Text>
      <Text className="card-meta">{t(nextSteps[reason])}</Text>
    </View>
  )
}

interface MatchProps {
  match: Match
  /** How the newest pass of an unknown plate ended. */
  ended: EndedPass | null
  onPass: OnPass
}

function MatchCard({ match, ended, onPass }: MatchProps) {
  const t = useTexts()
  const about = useAbout(match)
  const [tone, icon] = looks[match.known]
  const isWelcome = match.known === 'permit' || match.known === 'visitor'
  return (
    <Card id={`plate-${match.plate}`} tone={match.known === 'blocked' ? 'waiting' : 'plain'}>
      <View className="card-top">
        <Text className="found-plate">{spokenPlate(match.plate)}</Text>
        <Badge text={t(knownWords[match.known])} tone={tone} icon={icon} />
      </View>
      {about ? <Text className="card-meta">{about}</Text> : null}
      {ended ? <Ended ended={ended} /> : null}
      <View className="buttons">
        <Button
          id={`in-${match.plate}`}
          kind={isWelcome && !match.inside ? 'main' : 'plain'}
          text={t(match.known === 'blocked' ? 'carRefused' : 'carIn')}
          onTap={() => onPass(match, 'in')}
        />
        <Button
          id={`out-${match.plate}`}
          kind={match.inside ? 'main' : 'plain'}
          text={t('carOut')}
          onTap={() => onPass(match, 'out')}
        />
        {match.known === 'permit' || match.known === 'expired' ? (
          <Button
            id={`move-${match.plate}`}
            kind="quiet"
            icon="bell"
            text={t('carMove')}
            onTap={() => go(`packages/parking/move/index?plate=${encodeURIComponent(match.plate)}`)}
          />
        ) : null}
      </View>
    </Card>
  )
}
