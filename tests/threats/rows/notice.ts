import { eventually } from '../../functions/support/estate'
import type { Make, Row, Rows } from '../support/rows'

export interface NoticeRecords {
  /** To the house alone. */
  notice: string
  /** The notice's push. */
  push: string
}

export const make: Make<NoticeRecords> = async ({ estate, house, butler }) => {
  const { id: notice, pushId } = await estate.ok(butler, 'notice', 'publish', {
    title: '通知',
    body: '内容',
    audience: { kind: 'houses', ids: [house] },
    push: true,
  })
  await eventually(async () => (await estate.as(butler, 'notice', 'push', { pushId })).ok)
  return { notice, push: pushId ?? '' }
}

const everybody: Row['reach'] = {
  resident: 'everywhere',
  guard: 'everywhere',
  technician: 'everywhere',
  butler: 'everywhere',
  manager: 'everywhere',
  committee: 'everywhere',
}
const own = (input: object): Row => ({ input: () => input, reach: everybody })
const desk: Row['reach'] = { butler: 'estate', manager: 'estate' }
const deskOwn: Row['reach'] = { butler: 'everywhere', manager: 'everywhere' }
const list = (input: object): Row => ({ input: () => input, reach: deskOwn })
/** A notice to one house: its people, and the desk. */
const notice = (more: object, reach: Row['reach'] = desk): Row<NoticeRecords> => ({
  input: records => ({ id: records.notice, ...more }),
  reach,
  guess: 'id',
})
const push = (more: object = {}): Row<NoticeRecords> => ({
  input: records => ({ pushId: records.push, ...more }),
  reach: desk,
  guess: 'pushId',
})

export const rows: Rows<'notice', NoticeRecords> = {
  inbox: own({}),
  unread: own({}),
  consent: own({ results: {} }),
  read: { input: () => ({ id: 'another-persons-message' }), reach: {} },
  publish: list({ title: '通知', body: '内容', audience: { kind: 'roles', ids: ['committee'] } }),
  get: notice({}, { resident: 'house', ...desk }),
  board: list({}),
  pin: notice({ pin: false }),
  withdraw: { ...notice({}), spare: 'the other rows need the notice' },
  receipts: notice({}),
  remind: { ...notice({}), spare: 'each would send notifications' },
  reach: list({ audience: { kind: 'estate' } }),
  push: push(),
  pushes: list({}),
  told: {
    ...list({ pushId: 'no-such-push', state: 'sent' }),
    spare: 'a push of another estate has no rows',
  },
}
