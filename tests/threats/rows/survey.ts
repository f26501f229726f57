import type { Row } from '../support/rows'

const everybodysOwn = 'everywhere'
const everybody: Row['reach'] = {
  resident: everybodysOwn,
  guard: everybodysOwn,
  technician: everybodysOwn,
  butler: everybodysOwn,
  manager: everybodysOwn,
  committee: everybodysOwn,
}
const desk: Row['reach'] = { butler: 'estate', manager: 'estate' }
/** A survey of one house: its people, and the desk. */
const ofHouse: Row['reach'] = { resident: 'house', ...desk }
const survey = (more: object, reach: Row['reach']): Row => ({
  input: records => ({ id: records.survey, ...more }),
  reach,
  guess: 'id',
})

export const rows: Record<string, Row> = {
  publish: {
    input: () => ({
      title: '意见',
      body: '请投票',
      endsAt: new Date(Date.now() + 86_400_000).toISOString(),
      audience: { kind: 'estate' },
      unit: 'person',
      voters: 'everybody',
      anonymous: true,
      questions: [{ kind: 'scale', text: '满意吗' }],
    }),
    reach: { butler: everybodysOwn, manager: everybodysOwn },
  },
  list: { input: () => ({ when: 'open' }), reach: everybody },
  get: survey({}, ofHouse),
  answer: survey({ answers: [5] }, { resident: 'house' }),
  results: survey({}, ofHouse),
  close: { ...survey({}, desk), spare: 'the other rows need it open' },
  cancel: { ...survey({}, desk), spare: 'the other rows need it open' },
}
