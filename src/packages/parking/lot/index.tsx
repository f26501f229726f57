import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '@domain/contract'
import type { SpaceView, VehicleEntry } from '@domain/parking/contract'
import { knownWords, vehicleWords } from '@domain/parking/wording'
import { spokenPlate } from '@domain/kernel/plate'
import { cloud } from '@/cloud/client'
import { useLoad, useSend } from '@/cloud/hooks'
import { usePages } from '@/cloud/use-pages'
import { useKnownSession } from '@/state/session'
import { useLang } from '@/i18n/lang'
import { Badge, Button, Card, Choice, Empty, Label, Sheet, type Tone } from '@/ui'
import { FailureNote, More, Page, States } from '@/widgets'
import { openSpreadsheet } from '@/device/open-spreadsheet'
import { region } from '@/ui/control'
import { toast } from '@/device/platform'
import { estateDayAhead, estateInstant, showClock, showTime } from '@/i18n/when'
import { useAreaName, useEnglishAreas } from '../lib/area-names'
import { Plan } from '../lib/plan'
import { useTexts } from '../texts'
import '../parking.css'

type Shown = 'fill' | 'plan' | 'log'
/** The last 30 days, tonight included. */
const period = () => ({
  from: estateInstant(estateDayAhead(-29), '00:00'),
  to: estateInstant(estateDayAhead(1), '00:00'),
})

/** How full the car park is, who holds which space, and what came and went. */
export default function LotPage() {
  useEnglishAreas(useKnownSession().data)
  const t = useTexts()
  const [shown, setShown] = useState<Shown>('fill')
  return (
    <Page title={t('lotTitle')} id="page-lot" who={['butler', 'manager']}>
      <Label text="">
        <Choice
          name="shown"
          label={t('lotTitle')}
          columns={3}
          value={shown}
          options={(['fill', 'plan', 'log'] as const).map(value => ({ value, text: t(value) }))}
          onChange={setShown}
        />
      </Label>
      {shown === 'fill' ? <Occupancy /> : null}
      {shown === 'plan' ? <Spaces /> : null}
      {shown === 'log' ? <Log /> : null}
    </Page>
  )
}

type Filled = Output<'parking', 'occupancy'>['areas'][number]

function Occupancy() {
  const t = useTexts()
  const filled = useLoad(() => cloud.parking.occupancy({}))
  return (
    <States of={filled} cards={3}>
      {({ areas }) => (
        <>
          {areas.length === 0 ? (
            <Empty icon="pin" title={t('spacesEmpty')} />
          ) : (
            areas.map(area => <AreaFilled key={`${area.vehicle}${area.area}`} of={area} />)
          )}
          <Exporting what="vehicles" />
        </>
      )}
    </States>
  )
}

/** The occupancy of an area now and hour by hour. */
function AreaFilled({ of: { area, vehicle, spaces, given, inside, hours } }: { of: Filled }) {
  const t = useTexts()
  const areaName = useAreaName()
  const now = spaces > 0 ? t('insideNow', { inside, given, spaces }) : t('insideOnly', { inside })
  return (
    <Card id={`area-${area || 'other'}`}>
      <Text className="card-what">
        {area ? `${areaName(area)} · ${t(vehicleWords[vehicle])}` : t('elsewhere')}
      </Text>
      <Text className="card-meta">{now}</Text>
      {spaces > 0 ? (
        <View className="meter" {...region('img', now)}>
          <View
            className="meter-fill"
            style={{ width: `${Math.min(100, Math.round((100 * inside) / spaces))}%` }}
          />
        </View>
      ) : null}
      <Hours hours={hours} spaces={spaces} />
    </Card>
  )
}

const hourMs = 3_600_000
const hoursShown = 24

/**
 * A bar for each of the last 24 full hours, as high as the area was full; an hour without a count is grey.
 */
function Hours({ hours, spaces }: { hours: Filled['hours']; spaces: number }) {
  const t = useTexts()
  if (hours.every(({ inside }) => inside === 0))
    return <Text className="card-meta">{t(hours.length === 0 ? 'hoursNone' : 'hoursEmpty')}</Text>
  const counted = new Map(hours.map(({ at, inside }) => [Date.parse(at), inside]))
  const last = Math.max(...counted.keys())
  const bars = Array.from({ length: hoursShown }, (_, n) => last - (hoursShown - 1 - n) * hourMs).map(at => ({
    at,
    inside: counted.get(at),
  }))
  const clock = (at: number): string => showClock(new Date(at).toISOString())
  const most = Math.max(...counted.values())
  const peak = bars.find(({ inside }) => inside === most)?.at ?? last
  const full = Math.max(spaces, most, 1)
  return (
    <>
      <View
        className="hours"
        {...region(
          'img',
          `${t('hours24')}: ${bars.flatMap(({ at, inside }) => (inside === undefined ? [] : [`${clock(at)} ${inside}`])).join(', ')}`,
        )}
      >
        {spaces > 0 ? (
          <View className="hours-full" style={{ bottom: `${Math.round((100 * spaces) / full)}%` }} />
        ) : null}
        {bars.map(({ at, inside }) => (
          <View
            key={at}
            className={`hour${inside === undefined ? ' hour-none' : ''}`}
            style={{ height: `${Math.round((100 * (inside ?? 0)) / full)}%` }}
          />
        ))}
      </View>
      <View className="hours-foot">
        {[0, 12, 23].map(n => (
          <Text key={n}>{clock(bars[n]!.at)}</Text>
        ))}
      </View>
      <Text className="card-meta">
        {[t('peak', { n: most, time: clock(peak) }), spaces > 0 ? t('fullLine', { n: spaces }) : '']
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </>
  )
}

/** The plan, and details of the space that was tapped. */
function Spaces() {
  const t = useTexts()
  const isButler = useKnownSession().data?.roles.includes('butler')
  const [space, setSpace] = useState<SpaceView>()
  const [round, setRound] = useState(0)
  const areas = useLoad(() => cloud.parking.areas({}))
  const reserve = useSend((requestId, { no, state }: SpaceView) =>
    cloud.parking.reserve({ no, reserved: state !== 'reserved' }, { requestId }),
  )
  return (
    <>
      <States of={areas} cards={2}>
        {({ items }) => <Plan areas={items} round={round} onTap={setSpace} />}
      </States>
      {space ? (
        <Sheet id="space-sheet" title={`${t('space')} ${space.no}`} onClose={() => setSpace(undefined)}>
          <Text className="paragraph">
            {[t(space.state), space.house && t('houseNo', { code: space.house })].filter(Boolean).join(' · ')}
          </Text>
          {space.plate ? (
            <Text className="card-title plate-whole" id="space-plate">
              {spokenPlate(space.plate)}
            </Text>
          ) : null}
          {reserve.failure ? <FailureNote failure={reserve.failure} /> : null}
          {space.state === 'taken' || !isButler ? null : (
            <Button
              id="reserve"
              kind="plain"
              text={t(space.state === 'reserved' ? 'release' : 'keepBack')}
              busy={reserve.busy}
              onTap={async () => {
                if (await reserve.run(space)) {
                  setSpace(undefined)
                  setRound(round + 1)
                }
              }}
            />
          )}
        </Sheet>
      ) : null}
    </>
  )
}

function Log() {
  const t = useTexts()
  const entries = usePages<VehicleEntry>(cursor =>
    cloud.parking.log({ ...period(), ...(cursor ? { cursor } : {}) }),
  )
  return (
    <>
      <States of={entries} cards={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="check" title={t('logEmpty')} />
          ) : (
            <>
              {items.map(entry => (
                <Entry key={entry.id} entry={entry} />
              ))}
              <More of={entries} />
            </>
          )
        }
      </States>
      <Exporting what="log" />
    </>
  )
}

const tones: Record<VehicleEntry['known'], Tone> = {
  permit: 'good',
  visitor: 'good',
  blocked: 'bad',
  expired: 'warn',
  unknown: 'warn',
}

function Entry({ entry }: { entry: VehicleEntry }) {
  const t = useTexts()
  const lang = useLang()
  return (
    <Card id={`entry-${entry.id}`}>
      <View className="card-top">
        <Text className="card-what plate-whole">
          {spokenPlate(entry.plate)} · {t(entry.direction)}
        </Text>
        <Badge
          text={t(knownWords[entry.known])}
          tone={tones[entry.known]}
          icon={entry.known === 'permit' ? 'check' : 'alert'}
        />
      </View>
      <Text className="card-meta">
        {[
          showTime(entry.at, lang),
          entry.gate,
          entry.admitted ? '' : t('notAdmitted'),
          entry.offline ? t('offline') : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </Card>
  )
}

function Exporting({ what }: { what: 'vehicles' | 'log' }) {
  const t = useTexts()
  const exporting = useSend(requestId =>
    cloud.parking.export(
      {
        what,
        ...(what === 'log'
          ? period()
          : { from: '2020-01-01T00:00:00Z', to: estateInstant(estateDayAhead(1), '00:00') }),
      },
      { requestId },
    ),
  )
  return (
    <>
      {exporting.failure ? <FailureNote failure={exporting.failure} /> : null}
      <Button
        id={`export-${what}`}
        kind="plain"
        text={t(what === 'log' ? 'exportLog' : 'exportVehicles')}
        busy={exporting.busy}
        onTap={async () => {
          const made = await exporting.run()
          if (made) {
            toast(t('exported'))
            await openSpreadsheet(made.address)
          }
        }}
      />
    </>
  )
}
