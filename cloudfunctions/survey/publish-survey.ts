import type { Input } from '@domain/contract'
import { roleKey } from '@domain/kernel/addresses'
import { invalid } from '@domain/kernel/failure'
import { sortKey } from '@domain/kernel/paging'
import { relations } from '@domain/kernel/people'
import { recordNumber } from '@domain/kernel/record-number'
import { bilingual } from '@domain/notice/notice'
import type { Mark } from '@domain/notice/outbox'
import type { Question, Survey } from '@domain/survey/survey'
import { estateOf, type SetEstate } from '../_kit/estate'
import { addOnce } from '../_kit/outbox'
import { persons, houses } from '../_kit/records'
import { refuseUnsafe } from '../_kit/safety'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'
import { groupsFor } from '../_messages/audience'
import { surveys } from '../_services/survey/records'
import { viewFor } from './ballots'

type PublishInput = Input<'survey', 'publish'>
type QuestionInput = PublishInput['questions'][number]

/** The id comes from caller and requestId. Its notice is made by the courier, once the survey stands. */
export const publishSurvey = action('survey', 'publish', {
  async run({ input, caller, now, request }) {
    if (input.endsAt <= now.toISOString()) throw invalid('endsAt', '要晚于现在', 'Must lie ahead')
    if (input.unit === 'house' && input.audience.kind === 'roles')
      throw invalid('unit', '按角色征求意见时，每人一票', 'Roles vote person by person')
    if (nobodyVotes(input))
      throw invalid(
        'voters',
        '所选角色里没有业主，没有人能投票',
        'None of these roles are owners: nobody could vote',
      )
    const questions = input.questions.map(checkedQuestion)
    const estate = await readEstate(caller.estateId ?? '')
    const groups = await resolveAudience(estate._id, input.audience)
    await refuseUnsafe(caller.openid, ...textsOf(input))
    const survey = draft(input, {
      questions,
      groups,
      of: await votersOf(input, groups, estate._id),
      estate,
      by: caller.openid,
      now,
      request,
    })
    return viewFor(await addOnce(surveys, survey, request), caller, now)
  },
})

/** Owners alone, among roles none of which is theirs. */
const nobodyVotes = ({ voters, audience: { kind, ids = [] } }: PublishInput): boolean =>
  kind === 'roles' && voters === 'owners' && !ids.includes('owner')

/** Everything that the desk writes and voters read. */
const textsOf = ({ title, titleEn, body, bodyEn, questions }: PublishInput): (string | undefined)[] => [
  title,
  titleEn,
  body,
  bodyEn,
  ...questions.flatMap(({ text, textEn, options = [], optionsEn = [] }) => [
    text,
    textEn,
    ...options,
    ...optionsEn,
  ]),
]

/**
 * @throws Refusal INVALID_INPUT: a choice needs its options, each another one, and in both languages as
 * many
 */
function checkedQuestion(
  { kind, text, textEn, options = [], optionsEn, required = true }: QuestionInput,
  n: number,
): Question {
  const isChoice = kind === 'single' || kind === 'multiple'
  if (isChoice && options.length < 2)
    throw invalid(`questions.${String(n)}.options`, '至少两个选项', 'At least two options')
  if (!isChoice && options.length > 0)
    throw invalid(`questions.${String(n)}.options`, '这类问题没有选项', 'Such a question has no options')
  if (optionsEn && optionsEn.length !== options.length)
    throw invalid(`questions.${String(n)}.optionsEn`, '中英文选项要一样多', 'As many as in Chinese')
  refuseTwice(options, `questions.${String(n)}.options`)
  refuseTwice(optionsEn ?? [], `questions.${String(n)}.optionsEn`)
  return {
    kind,
    text: bilingual(text, textEn),
    options: options.map((option, at) => bilingual(option, optionsEn?.[at])),
    required,
  }
}

/** @throws Refusal INVALID_INPUT naming the option that is there already */
function refuseTwice(options: readonly string[], field: string): void {
  const again = options.findIndex((option, n) => options.indexOf(option) < n)
  if (again >= 0)
    throw invalid(`${field}.${String(again)}`, '和前面的选项重复了', 'The same as an option before')
}

/** How many votes there can be: houses as the register has them, or people as they are in the app now. */
async function votersOf(
  { unit, voters, audience: { kind, ids = [] } }: PublishInput,
  groups: readonly string[],
  estateId: string,
): Promise<number> {
  if (unit === 'house')
    return kind === 'estate' ? houses.count({ estateId }) : kind === 'houses' ? ids.length : groups.length
  const inGroups = op.in(kind === 'estate' ? relations.map(relation => roleKey(estateId, relation)) : groups)
  return persons.count({
    addresses: voters === 'owners' ? inGroups.and(op.eq(roleKey(estateId, 'owner'))) : inGroups,
  })
}

interface Rest {
  questions: Question[]
  groups: string[]
  of: number
  estate: SetEstate
  by: string
  now: Date
  request: Mark
}

const draft = (input: PublishInput, { questions, groups, of, estate, by, now, request }: Rest): Survey => ({
  _id: request.key,
  estateId: estate._id,
  key: sortKey(now, request.key),
  endKey: sortKey(new Date(input.endsAt), request.key),
  no: recordNumber('W', { at: now, zone: estate.zone, id: request.key }),
  title: bilingual(input.title, input.titleEn),
  body: bilingual(input.body, input.bodyEn),
  endsAt: input.endsAt,
  cancelled: false,
  audience: { kind: input.audience.kind, ids: input.audience.ids ?? [] },
  groups,
  unit: input.unit,
  voters: input.voters,
  anonymous: input.anonymous,
  questions,
  of,
  voted: [],
  tally: {},
  texts: {},
  ballots: [],
  push: input.push ?? false,
  by,
  createdAt: now.toISOString(),
  rev: 0,
  size: 0,
  outbox: [],
  outboxDue: true,
  marks: [request],
})
