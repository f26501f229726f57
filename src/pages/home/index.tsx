import { Text, View } from '@tarojs/components'
import type { Session } from '@domain/account/contract'
import { useLoad } from '@/cloud/hooks'
import { askSession, estateName } from '@/state/session'
import { useTexts } from '@/i18n/texts'
import { Button, Empty, Section } from '@/ui'
import { NotBound, Page, States } from '@/widgets'
import { call } from '@/device/phone'
import { Offers, offersFor } from '../offers'
import { loadRepairs, MyRepairs, repairs, RepairWork } from './repairs'
import { ComplaintNews, loadComplaints } from './complaints'
import { loadPleaseMove, PleaseMove } from './please-move'
import { EstateAsks, loadEstateNews, UpcomingEvents } from './estate-news'
import { loadRequests, Requests } from './requests'
import { AtTheGate, loadAtTheGate } from './at-the-gate'

async function loadHome() {
  const session = await askSession()
  const [repairs, requests, atTheGate, complaints, news, moves] = await Promise.all([
    loadRepairs(session),
    loadRequests(session),
    loadAtTheGate(session),
    loadComplaints(session),
    loadEstateNews(session),
    loadPleaseMove(session),
  ])
  return { session, repairs, requests, atTheGate, complaints, news, moves }
}

/** Answers first: what is going on, and what waits for the reader. */
export default function HomePage() {
  const t = useTexts()
  const home = useLoad(loadHome)
  const known = home.data?.session
  return (
    <Page tab id="page-home" title={estateName(known) || t('appName')}>
      <States of={home}>
        {data => {
          const { session } = data
          const offered = offersFor(session).filter(offer => offer.home)
          return (
            <>
              <Hello session={session} />
              <AtTheGate passes={data.atTheGate} />
              <PleaseMove vehicles={data.moves} />
              <EstateAsks {...data.news} />
              <Requests session={session} requests={data.requests} />
              {repairs(session) ? <RepairWork session={session} {...data.repairs} /> : null}
              {session.houses.length ? <MyRepairs {...data.repairs} /> : null}
              <ComplaintNews {...data.complaints} />
              <UpcomingEvents {...data.news} />
              {offered.length ? (
                <Section title={t('services')}>
                  <Offers of={offered} />
                </Section>
              ) : null}
              {session.houses.length || session.roles.length ? null : <NotBound />}
              {idle(session) ? <Idle session={session} /> : null}
            </>
          )
        }}
      </States>
    </Page>
  )
}

function greetingAt(hour: number): 'goodMorning' | 'goodDay' | 'goodEvening' {
  if (hour < 11) return 'goodMorning'
  return hour < 18 ? 'goodDay' : 'goodEvening'
}

function Hello({ session }: { session: Session }) {
  const t = useTexts()
  const hour = new Date(Date.now() + (session.estate?.utcOffset ?? 480) * 60_000).getUTCHours()
  const greeting = t(greetingAt(hour))
  const where = [
    ...session.houses.map(house => t('houseNo', { code: house.code })),
    ...session.roles.map(role => t(role)),
  ].join(' · ')
  return (
    <View className="hello">
      <Text className="hello-name">
        {session.person.name ? t('greet', { greeting, name: session.person.name }) : greeting}
      </Text>
      {where ? <Text className="hello-place">{where}</Text> : null}
    </View>
  )
}

/** The reader has a post that has no list on this page. */
const idle = (session: Session): boolean =>
  session.roles.length > 0 &&
  !session.houses.length &&
  !repairs(session) &&
  !session.roles.includes('guard') &&
  !session.roles.includes('committee')

function Idle({ session }: { session: Session }) {
  const t = useTexts()
  const phone = session.estate?.phone
  return (
    <Empty
      icon="check"
      title={t('guardHome')}
      hint={t('guardHomeHint')}
      action={
        phone ? (
          <Button kind="plain" icon="phone" text={t('callOffice')} onTap={() => call(phone)} />
        ) : undefined
      }
    />
  )
}
