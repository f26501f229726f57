import { invalid } from '../kernel/failure'
import { hasPost, type Caller, type Membership } from '../kernel/people'
import type { Lang } from '../kernel/words'
import type { Answer, QuestionResult, QuestionView, SurveyView } from './contract'
import { leastShown, type Action, type Status } from './kinds'
import type { Question, Survey } from './survey'

/** The status at an instant; it can change by time alone, without a write. */
export function statusOf({ cancelled, endsAt }: Pick<Survey, 'cancelled' | 'endsAt'>, now: Date): Status {
  if (cancelled) return 'cancelled'
  return endsAt <= now.toISOString() ? 'over' : 'open'
}

/** What the desk, and everyone it is for, may do in each status; `answer` needs a vote that is not cast. */
const deskActions: Record<Status, readonly Action[]> = { open: ['close', 'cancel'], over: [], cancelled: [] }
const readerActions: Record<Status, readonly Action[]> = {
  open: ['answer'],
  over: ['results'],
  cancelled: [],
}

export const runsSurveys = (caller: Caller): boolean => hasPost(caller, 'butler', 'manager')

export const maySeeSurvey = (survey: Survey, caller: Caller, groups: readonly string[]): boolean =>
  survey.estateId === caller.estateId &&
  (runsSurveys(caller) || survey.groups.some(group => groups.includes(group)))

/** A vote that a person can cast, for a house or for themselves. `voter` identifies it. */
export interface Ballot {
  voter: string
  houseId: string | null
  house: string | null
}

/** The votes of a caller in a survey, cast or not; `groups` are the caller's groups. */
export function ballotsOf(
  survey: Survey,
  caller: Caller,
  groupsOfHouse: (house: Membership) => string[],
  groups: readonly string[],
): Ballot[] {
  const inIt = (house: Membership): boolean =>
    groupsOfHouse(house).some(group => survey.groups.includes(group))
  const houses = caller.houses.filter(
    house => inIt(house) && (survey.voters === 'everybody' || house.relation === 'owner'),
  )
  if (survey.unit === 'house')
    return houses.map(({ houseId, code }) => ({ voter: houseId, houseId, house: code }))
  // Posts vote only in a survey for roles; a survey for the whole estate is for its residents.
  const byRole =
    survey.audience.kind === 'roles' &&
    survey.voters === 'everybody' &&
    survey.groups.some(group => groups.includes(group))
  return houses.length > 0 || byRole
    ? [{ voter: caller.openid, houseId: null, house: houses[0]?.code ?? null }]
    : []
}

/** @throws Refusal INVALID_INPUT on the answer that is missing or does not fit its question */
export function checkAnswers(questions: readonly Question[], answers: readonly Answer[]): void {
  if (answers.length !== questions.length)
    throw invalid(
      'answers',
      '每个问题都要有回答（可为空）',
      'Every question needs an entry; use null for no answer',
    )
  questions.forEach((question, n) => {
    const answer = answers[n] ?? null
    const field = `answers.${String(n)}`
    if (answer === null || (Array.isArray(answer) && answer.length === 0)) {
      if (question.required) throw invalid(field, '这个问题必须回答', 'This question is required')
      return
    }
    if (!fits(question, answer))
      throw invalid(field, '回答与问题不符', 'The answer does not fit the question')
  })
}

function fits({ kind, options }: Question, answer: NonNullable<Answer>): boolean {
  if (kind === 'text') return typeof answer === 'string'
  if (kind === 'scale') return typeof answer === 'number'
  return (
    Array.isArray(answer) &&
    new Set(answer).size === answer.length &&
    answer.every(option => option < options.length) &&
    (kind === 'multiple' || answer.length === 1)
  )
}

/** What one vote adds: the sums to count up, as question and option, and the free texts. */
export function tallyVote(
  questions: readonly Question[],
  answers: readonly Answer[],
): { sums: [question: number, option: number][]; texts: [question: number, text: string][] } {
  const sums: [number, number][] = []
  const texts: [number, string][] = []
  questions.forEach((_, n) => {
    const answer = answers[n]
    if (typeof answer === 'number') sums.push([n, answer])
    else if (typeof answer === 'string') texts.push([n, answer])
    else for (const option of answer ?? []) sums.push([n, option])
  })
  return { sums, texts }
}

const viewQuestion = ({ kind, text, options, required }: Question, lang: Lang): QuestionView => ({
  kind,
  text: text[lang],
  options: options.map(option => option[lang]),
  required,
})

export function viewSurvey(
  survey: Survey,
  caller: Caller,
  ballots: readonly (Ballot & { cast: boolean })[],
  now: Date,
): SurveyView {
  const status = statusOf(survey, now)
  const open =
    status === 'open'
      ? ballots.filter(({ cast }) => !cast).map(({ houseId, house }) => ({ houseId, house }))
      : []
  return {
    id: survey._id,
    no: survey.no,
    status,
    title: survey.title[caller.lang],
    body: survey.body[caller.lang],
    endsAt: survey.endsAt,
    unit: survey.unit,
    voters: survey.voters,
    anonymous: survey.anonymous,
    questions: survey.questions.map(question => viewQuestion(question, caller.lang)),
    votes: survey.voted.length,
    of: Math.max(survey.of, survey.voted.length),
    open,
    voted: ballots.length > 0 && ballots.every(({ cast }) => cast),
    actions: [
      ...readerActions[status].filter(action => action !== 'answer' || open.length > 0),
      ...(runsSurveys(caller) ? deskActions[status] : []),
    ],
  }
}

/**
 * The results; hidden for an anonymous survey with very few votes, because they would reveal who said what.
 */
export function resultsOf(survey: Survey, lang: Lang) {
  const votes = survey.voted.length
  const hidden = survey.anonymous && votes < leastShown
  const questions = survey.questions.map((question, n): QuestionResult => {
    const sums = survey.tally[`q${String(n)}`] ?? {}
    const numbers = question.kind === 'scale' ? [1, 2, 3, 4, 5] : question.options.map((_, option) => option)
    const texts = hidden ? [] : (survey.texts[`q${String(n)}`] ?? [])
    const answered = question.kind === 'text' ? texts.length : (sums.answered ?? 0)
    return {
      question: viewQuestion(question, lang),
      counts: hidden ? [] : numbers.map(number => sums[`o${String(number)}`] ?? 0),
      answered: hidden ? 0 : answered,
      texts,
    }
  })
  return { votes, of: Math.max(survey.of, votes), hidden, questions }
}
