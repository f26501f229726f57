import type { Make, Row, Rows } from '../support/rows'

interface Made {
  /** For the house alone. */
  survey: string
}

export const make: Make<Made> = async ({ estate, house, butler }) => {
  const { id: survey } = await estate.ok(butler, 'survey', 'publish', {
    title: '意见',
    body: '请投票',
    endsAt: new Date(Date.now() + 2 * 86_400_000).toISOString(),
    audience: { kind: 'houses', ids: [house] },
    unit: 'person',
    voters: 'everybody',
    anonymous: false,
    questions: [{ kind: 'scale', text: '满意吗' }],
  })
  return { survey }
}

const everybody: Row['reach'] = {
  resident: 'everywhere',
  guard: 'everywhere',
  technician: 'everywhere',
  butler: 'everywhere',
  manager: 'everywhere',
  committee: 'everywhere',
}
const desk: Row['reach'] = { butler: 'estate', manager: 'estate' }
/** A survey of one house: its people, and the desk. */
const ofHouse: Row['reach'] = { resident: 'house', ...desk }
const survey = (more: object, reach: Row['reach']): Row<Made> => ({
  input: records => ({ id: records.survey, ...more }),
  reach,
  guess: 'id',
})

export const rows: Rows<'survey', Made> = {
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
    reach: { butler: 'everywhere', manager: 'everywhere' },
  },
  list: { input: () => ({ when: 'open' }), reach: everybody },
  get: survey({}, ofHouse),
  answer: survey({ answers: [5] }, { resident: 'house' }),
  results: survey({}, ofHouse),
  close: { ...survey({}, desk), spare: 'the other rows need it open' },
  cancel: { ...survey({}, desk), spare: 'the other rows need it open' },
}
