import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { eventually, type Estate } from '../../functions/support/estate'
import type { Post } from '@domain/kernel/people'
import type { PassView } from '@domain/visitor/contract'

/** The same kinds of record in three places: one's own house, another house of the estate, another estate. */
export interface Records {
  house: string
  order: string
  tie: string
  scene: string
  /** A pass that the house's first resident issued, its card's token, the entry of one whose guest is inside, and somebody at the gate. */
  pass: string
  token: string
  entry: string
  walkIn: string
  /** What the house's first resident complained of. */
  complaint: string
  /** A bicycle of the house that waits to be approved. */
  car: string
  /** An event of the whole estate; a survey and a notice to the house alone, and the notice's push. */
  event: string
  survey: string
  notice: string
  push: string
}
export type Place = 'own' | 'other' | 'foreign'

/** How far somebody reaches with an action: houses they live in, houses they own, what they themselves issued as host, their estate, or wherever the input says. */
export type Reach = 'house' | 'host' | 'ownHouse' | 'estate' | 'everywhere' | 'nowhere'

export interface Row {
  /** The call about the records of one place. */
  input(records: Records): object
  /** As a resident, by post, or as anybody. */
  reach: Partial<Record<'resident' | 'anyone' | Post, Reach>>
  /** Names the id in the input that can be guessed; absent: the call is about no record. */
  guess?: string
  /** Why calls that are allowed are not made here. */
  spare?: string
}

/** Makes the records of the three places. */
export async function makeRecords(estate: Estate): Promise<Record<Place, Records>> {
  const make = async (
    owner: string,
    house: string,
    butler: string,
    applicant: string,
    guard: string,
  ): Promise<Records> => {
    const { id: order } = await estate.ok(owner, 'repair', 'create', {
      place: 'house',
      houseId: house,
      category: 'water',
      urgency: 'normal',
      description: '漏水',
    })
    const { scene } = await estate.ok(butler, 'account', 'renewCode', { houseId: house })
    const { id: tie } = await estate.ok(applicant, 'account', 'bind', {
      scene,
      name: '申请人',
      phone: '19900001234',
      relation: 'family',
    })
    const guest = (): Promise<PassView> =>
      estate.ok(owner, 'visitor', 'create', {
        houseId: house,
        name: '张三',
        party: 1,
        kind: 'once',
        from: new Date().toISOString(),
        to: new Date(Date.now() + 3_600_000).toISOString(),
      })
    const { id: pass, shareToken: token } = await guest()
    const { entryId: entry = '' } = await estate.ok(guard, 'visitor', 'scan', {
      shortCode: (await guest()).shortCode,
      gate: '南门',
    })
    const { id: walkIn } = await estate.ok(guard, 'visitor', 'walkIn', {
      houseId: house,
      name: '李四',
      party: 1,
      gate: '南门',
    })
    const { id: complaint } = await estate.ok(owner, 'complaint', 'submit', {
      category: 'noise',
      content: '夜里施工',
      houseId: house,
    })
    const { id: car } = await estate.ok(owner, 'parking', 'register', {
      houseId: house,
      vehicle: 'bicycle',
      permit: 'temporary',
    })
    const { event, survey, notice, push } = await announcements(estate, butler, house)
    return {
      house,
      order,
      complaint,
      car,
      tie,
      scene,
      pass,
      token,
      entry,
      walkIn,
      event,
      survey,
      notice,
      push,
    }
  }
  return {
    own: await make('demo-owner', 'tianma-1', 'demo-butler', 'applicant-one', 'demo-guard'),
    other: await make('demo-owner-2', 'tianma-44-1', 'demo-butler', 'applicant-two', 'demo-guard'),
    foreign: await make('demo2-owner', 'second-1-1', 'demo2-butler', 'applicant-three', 'demo2-guard'),
  }
}

async function announcements(
  estate: Estate,
  butler: string,
  house: string,
): Promise<Pick<Records, 'event' | 'survey' | 'notice' | 'push'>> {
  const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString()
  const audience = { kind: 'houses', ids: [house] }
  const { id: event } = await estate.ok(butler, 'event', 'publish', {
    title: '晚餐',
    body: '一起吃饭',
    place: '会所',
    startsAt: inDays(2),
    endsAt: inDays(3),
    signUpUntil: inDays(1),
    capacity: 50,
  })
  const { id: survey } = await estate.ok(butler, 'survey', 'publish', {
    title: '意见',
    body: '请投票',
    endsAt: inDays(2),
    audience,
    unit: 'person',
    voters: 'everybody',
    anonymous: false,
    questions: [{ kind: 'scale', text: '满意吗' }],
  })
  const { id: notice, pushId } = await estate.ok(butler, 'notice', 'publish', {
    title: '通知',
    body: '内容',
    audience,
    push: true,
  })
  await eventually(async () => (await estate.as(butler, 'notice', 'push', { pushId })).ok)
  return { event, survey, notice, push: pushId ?? '' }
}

const folder = join(__dirname, '../rows')

/** Action → its row; one file for each function. */
export const rows: Record<string, Row> = Object.assign(
  {},
  ...readdirSync(folder).map(file => {
    const table = (require(join(folder, file)) as { rows: Record<string, Row> }).rows
    return Object.fromEntries(
      Object.entries(table).map(([action, row]) => [`${file.replace(/\.ts$/, '')}.${action}`, row]),
    )
  }),
) as Record<string, Row>
