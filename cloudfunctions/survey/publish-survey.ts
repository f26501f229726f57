import type { Input } from '@domain/contract'
import { roleKey } from '@domain/kernel/addresses'
import { invalid } from '@domain/kernel/failure'
import { sortKey } from '@domain/kernel/paging'
import { relations } from '@domain/kernel/people'
import { recordNumber } from '@domain/kernel/record-number'
import { bilingual } from '@domain/notice/notice'
import type { Mark } from '@domain/notice/outbox'
import type { Question, Survey } from '@domain/survey/survey'
import { readEstate, type SetEstate } from '../_kit/estate'
import { addOnce } from '../_kit/outbox'
import { persons, houses } from '../_kit/records'
import { refuseUnsafe } from '../_kit/safety'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'
import { resolveAudience } from '../_messages/audience'
import { surveys } from '../_services/survey/records'
import { viewFor } from './ballots'

type PublishInput = Input<'survey', 'publish'>
type QuestionInput = PublishInput['questions'][number]

/**
 * Idempotent: the id comes from caller and requestId. The courier makes the notice once the survey is
 * stored.
 */
export const publishSurvey = action('survey', 'publish', {
  async run({ input, caller, now, request }) {
    if (input.endsAt <= now.toISOString()) throw invalid('endsAt', '要晚于现在', 'Must be in the future')
    if (input.unit === 'house' && input.audience.kind === 'roles')
      throw invalid('unit', '按角色征求意见时，每人一票', 'A survey for roles has one vote for each person')
    if (hasNoVoters(input))
      throw invalid(
        'voters',
        '所选角色里没有业主，没有人能投票',
        'None of these roles are owners, so no one could vote',
      )
    const questions = input.questions.map(readQuestion)
    const estate = await readEstate(caller.estateId ?? '')
    const groups = await resolveAudience(estate._id, input.audience)
    await refuseUnsafe(caller.openid, ...textsOf(input))
    const survey = draft(input, {
      questions,
      groups,
      of: await countVotes(input, groups, estate._id),
      estate,
      by: caller.openid,
      now,
      request,
    })
    return viewFor(await addOnce(surveys, survey, request), caller, now)
  },
})

/** Only owners may vote, but the roles of the audience do not include them. */
const hasNoVoters = ({ voters, audience: { kind, ids = [] } }: PublishInput): boolean =>
  kind === 'roles' && voters === 'owners' && !ids.includes('owner')

/** The texts that the desk writes and voters read. */
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
 * @throws Refusal INVALID_INPUT unless a choice has at least two options, all different, and as many in
 * English as in Chinese
 */
function readQuestion(
  { kind, text, textEn, options = [], optionsEn, required = true }: QuestionInput,
  n: number,
): Question {
  const isChoice = kind === 'single' || kind === 'multiple'
  if (isChoice && options.length < 2)
    throw invalid(`questions.${String(n)}.options`, '至少两个选项', 'At least two options')
  if (!isChoice && options.length > 0)
    throw invalid(
      `questions.${String(n)}.options`,
      '这类问题没有选项',
      'A question of this kind has no options',
    )
  if (optionsEn && optionsEn.length !== options.length)
    throw invalid(
      `questions.${String(n)}.optionsEn`,
      '中英文选项要一样多',
      'Enter as many options in English as in Chinese',
    )
  refuseDuplicates(options, `questions.${String(n)}.options`)
  refuseDuplicates(optionsEn ?? [], `questions.${String(n)}.optionsEn`)
  return {
    kind,
    text: bilingual(text, textEn),
    options: options.map((option, at) => bilingual(option, optionsEn?.[at])),
    required,
  }
}

/** @throws Refusal INVALID_INPUT on the option that repeats an earlier one */
function refuseDuplicates(options: readonly string[], field: string): void {
  const again = options.findIndex((option, n) => options.indexOf(option) < n)
  if (again >= 0)
    throw invalid(`${field}.${String(again)}`, '和前面的选项重复了', 'The same as an earlier option')
}

/** How many votes there can be: houses in the register, or people who use the app now. */
async function countVotes(
  { unit, voters, audience: { kind, ids = [] } }: PublishInput,
  groups: readonly string[],
  estateId: string,
): Promise<number> {
  if (unit === 'house') {
    if (kind === 'estate') return houses.count({ estateId })
    return kind === 'houses' ? ids.length : groups.length
  }
  const inGroups = op.in(kind === 'estate' ? relations.map(relation => roleKey(estateId, relation)) : groups)
  return persons.count({
    addresses: voters === 'owners' ? inGroups.and(op.eq(roleKey(estateId, 'owner'))) : inGroups,
  })
}

interface Publishing {
  questions: Question[]
  groups: string[]
  of: number
  estate: SetEstate
  by: string
  now: Date
  request: Mark
}

const draft = (
  input: PublishInput,
  { questions, groups, of, estate, by, now, request }: Publishing,
): Survey => ({
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
  weight: 0,
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
