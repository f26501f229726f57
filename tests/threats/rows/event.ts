import { inDays } from '../../functions/support/times'
import type { Make, Row, Rows } from '../support/rows'

interface Made {
  /** For the whole estate. */
  event: string
}

export const make: Make<Made> = async ({ estate, butler }) => {
  const { id: event } = await estate.ok(butler, 'event', 'publish', {
    title: '晚餐',
    body: '一起吃饭',
    place: '会所',
    startsAt: inDays(2),
    endsAt: inDays(3),
    signUpUntil: inDays(1),
    capacity: 50,
  })
  return { event }
}

const everybody: Row['reach'] = {
  resident: 'everywhere',
  guard: 'everywhere',
  technician: 'everywhere',
  butler: 'everywhere',
  manager: 'everywhere',
  committee: 'everywhere',
}
const seen: Row['reach'] = {
  resident: 'estate',
  guard: 'estate',
  technician: 'estate',
  butler: 'estate',
  manager: 'estate',
  committee: 'estate',
}
const desk: Row['reach'] = { butler: 'estate', manager: 'estate' }
const event = (more: object, reach: Row['reach']): Row<Made> => ({
  input: records => ({ id: records.event, ...more }),
  reach,
  guess: 'id',
})
const ofResidents: Row['reach'] = { resident: 'estate' }

export const rows: Rows<'event', Made> = {
  publish: {
    input: () => ({
      title: '晚餐',
      body: '一起吃饭',
      place: '会所',
      startsAt: inDays(2),
      endsAt: inDays(3),
      signUpUntil: inDays(1),
      capacity: 9,
    }),
    reach: { butler: 'everywhere', manager: 'everywhere' },
  },
  update: event({ capacity: 60 }, desk),
  release: event({}, desk),
  cancel: { ...event({}, desk), spare: 'the other rows need the event' },
  list: { input: () => ({ when: 'upcoming' }), reach: everybody },
  get: event({}, seen),
  signUp: event({ party: 1 }, ofResidents),
  withdraw: event({}, ofResidents),
  confirmHold: event({}, ofResidents),
  rate: event({ stars: 5 }, ofResidents),
  roster: event({}, desk),
  checkIn: event({ code: 'no-such-code' }, { resident: 'estate', ...desk }),
  export: event({}, desk),
  push: { ...event({}, desk), spare: 'it would fill every inbox' },
  addPhotos: event({ photos: ['cloud://local.local-local/uploads/none0000.png'] }, desk),
  doorCode: event({}, desk),
}
