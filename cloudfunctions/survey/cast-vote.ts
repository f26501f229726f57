import { randomInt } from 'node:crypto'
import { forbidden, Refusal } from '@domain/kernel/failure'
import type { Caller } from '@domain/kernel/people'
import { words } from '@domain/kernel/words'
import { tallyVote, checkAnswers, statusOf, type Ballot } from '@domain/survey/decisions'
import { maxWeight, type Survey } from '@domain/survey/survey'
import { refuseUnsafe } from '../_kit/safety'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'
import { surveys } from '../_services/survey/records'
import { voterKeys } from '../_services/survey/voter'
import { ballotsWith, viewFor, visibleSurvey } from './ballots'

/**
 * Casts a vote in one conditional write: the voter is recorded, and the vote is added to the sums. An
 * anonymous survey keeps nothing else, so that the vote cannot be traced to the voter.
 */
export const castVote = action('survey', 'answer', {
  load: ({ id }) => surveys.byId(id),
  async run({ input: { houseId, answers }, caller, loaded, now, requestKey }) {
    const survey = visibleSurvey(loaded, caller)
    const mark = requestKey.slice(0, 16)
    if (survey.voted.some(({ request }) => request === mark)) return viewFor(survey, caller, now)
    const ballots = ballotsWith(survey, caller)
    const ballot = ballotFor(ballots, houseId)
    if (!ballot) throw forbidden()
    if (statusOf(survey, now) !== 'open')
      throw new Refusal('CONFLICT', { words: words('投票已结束', 'The vote is over') })
    if (ballot.cast) throw alreadyVoted()
    checkAnswers(survey.questions, answers)
    const { sums, texts } = tallyVote(survey.questions, answers)
    await refuseUnsafe(caller.openid, ...texts.map(([, text]) => text))

    const keys = voterKeys(survey._id, ballot.voter)
    const held = await surveys.change(
      {
        _id: survey._id,
        cancelled: false,
        endsAt: op.gt(now.toISOString()),
        weight: op.lt(maxWeight),
        'voted.by': op.nin(keys),
      },
      {
        voted: op.push({ each: [{ by: keys[0], request: mark }] }),
        size: op.inc(1),
        weight: op.inc(weightOf(survey, answers, texts)),
        ...tallyPatch(survey, sums, texts),
        ...(survey.anonymous
          ? {}
          : { ballots: op.push({ each: [namedBallot(ballot, caller, answers, now)] }) }),
      },
    )
    const after = await surveys.byId(survey._id)
    if (after === null) throw forbidden()
    if (!held && !after.voted.some(({ request }) => request === mark))
      throw after.weight < maxWeight ? alreadyVoted() : full()
    return viewFor(after, caller, now)
  },
})

const full = (): Refusal =>
  new Refusal('FULL', {
    words: words(
      '这次投票的名额已满，请联系物业',
      'This survey can take no more votes. Please contact the office.',
    ),
  })

/** Bytes of the entry in the list of voters, about. */
const voterBytes = 120

/** Bytes that a vote takes in the record, about. */
const weightOf = ({ anonymous }: Survey, answers: unknown, texts: readonly [number, string][]): number =>
  voterBytes +
  Buffer.byteLength(texts.map(([, text]) => text).join('')) +
  (anonymous ? 0 : voterBytes + Buffer.byteLength(JSON.stringify(answers)))

const alreadyVoted = (): Refusal =>
  new Refusal('CONFLICT', { words: words('已经投过票了', 'This vote has already been cast') })

/**
 * The vote for the house that is named; else the first that has not been cast, or the first of all, so that
 * the refusal can give the reason.
 */
function ballotFor<B extends Ballot & { cast: boolean }>(
  ballots: readonly B[],
  houseId: string | undefined,
): B | undefined {
  return houseId === undefined
    ? (ballots.find(({ cast }) => !cast) ?? ballots[0])
    : ballots.find(ballot => ballot.houseId === houseId)
}

const namedBallot = (
  { house }: Ballot,
  { openid, name }: Caller,
  answers: Survey['ballots'][number]['answers'],
  now: Date,
): Survey['ballots'][number] => ({ who: openid, house, name, at: now.toISOString(), answers })

/** Texts are inserted at a random position: their order would reveal who wrote when. */
function tallyPatch(
  survey: Survey,
  sums: readonly [number, number][],
  texts: readonly [number, string][],
): Record<string, unknown> {
  const patch: Record<string, unknown> = {}
  for (const [question, option] of sums) {
    patch[`tally.q${String(question)}.o${String(option)}`] = op.inc(1)
    patch[`tally.q${String(question)}.answered`] = op.inc(1)
  }
  for (const [question, text] of texts) {
    const written = survey.texts[`q${String(question)}`] ?? []
    patch[`texts.q${String(question)}`] = op.push({ each: [text], position: randomInt(written.length + 1) })
  }
  return patch
}
