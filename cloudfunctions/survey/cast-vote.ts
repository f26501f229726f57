import { randomInt } from 'node:crypto'
import { forbidden, Refusal } from '@domain/kernel/failure'
import type { Caller } from '@domain/kernel/people'
import { words } from '@domain/kernel/words'
import { tallyVote, checkAnswers, maySeeSurvey, statusOf, type Ballot } from '@domain/survey/decisions'
import { maxVotes, type Survey } from '@domain/survey/survey'
import { refuseUnsafe } from '../_kit/safety'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'
import { groupsOf } from '../_messages/audience'
import { surveys } from '../_services/survey/records'
import { voterKeys } from '../_services/survey/voter'
import { ballotsWith, viewFor } from './ballots'

/**
 * One conditional write: whoever has voted is noted, and the vote is added to the sums. Of an anonymous
 * survey nothing else is kept, so that
 * nobody can put the two together again.
 */
export const castVote = action('survey', 'answer', {
  load: ({ id }) => surveys.byId(id),
  async run({ input: { houseId, answers }, caller, loaded: survey, now, requestKey }) {
    if (survey === null || !maySeeSurvey(survey, caller, listGroups(caller))) throw forbidden()
    const mark = requestKey.slice(0, 16)
    if (survey.voted.some(({ request }) => request === mark)) return viewFor(survey, caller, now)
    const ballots = ballotsWith(survey, caller)
    const ballot = ballotFor(ballots, houseId)
    if (!ballot) throw forbidden()
    if (statusOf(survey, now) !== 'open')
      throw new Refusal('CONFLICT', { words: words('投票已结束', 'It is over') })
    if (ballot.cast)
      throw new Refusal('CONFLICT', { words: words('已经投过票了', 'A vote has been cast already') })
    checkAnswers(survey.questions, answers)
    const { sums, texts } = tallyVote(survey.questions, answers)
    await refuseUnsafe(caller.openid, ...texts.map(([, text]) => text))

    const keys = voterKeys(survey._id, ballot.voter)
    const held = await surveys.change(
      {
        _id: survey._id,
        cancelled: false,
        endsAt: op.gt(now.toISOString()),
        size: op.lt(maxVotes),
        'voted.by': op.nin(keys),
      },
      {
        voted: op.push({ each: [{ by: keys[0], request: mark }] }),
        size: op.inc(1),
        ...additions(survey, sums, texts),
        ...(survey.anonymous ? {} : { ballots: op.push({ each: [named(ballot, caller, answers, now)] }) }),
      },
    )
    const after = await surveys.byId(survey._id)
    if (after === null) throw forbidden()
    if (!held && !after.voted.some(({ request }) => request === mark))
      throw new Refusal('CONFLICT', { words: words('已经投过票了', 'A vote has been cast already') })
    return viewFor(after, caller, now)
  },
})

/**
 * The vote for the house that is named; else the first that has not been cast, or one that has, so that the
 * answer can say so.
 */
function ballotFor<B extends Ballot & { cast: boolean }>(
  ballots: readonly B[],
  houseId: string | undefined,
): B | undefined {
  return houseId === undefined
    ? (ballots.find(({ cast }) => !cast) ?? ballots[0])
    : ballots.find(ballot => ballot.houseId === houseId)
}

const named = (
  { house }: Ballot,
  { openid, name }: Caller,
  answers: Survey['ballots'][number]['answers'],
  now: Date,
): Survey['ballots'][number] => ({ who: openid, house, name, at: now.toISOString(), answers })

/** Texts are put in at a place of chance: their order would tell who wrote when. */
function additions(
  survey: Survey,
  sums: readonly [number, number][],
  texts: readonly [number, string][],
): Record<string, unknown> {
  const answered = [...new Set(sums.map(([question]) => question))]
  return Object.fromEntries([
    ...sums.map(([question, option]) => [`tally.q${String(question)}.o${String(option)}`, op.inc(1)]),
    ...answered.map(question => [`tally.q${String(question)}.answered`, op.inc(1)]),
    ...texts.map(([question, text]) => [
      `texts.q${String(question)}`,
      op.push({ each: [text], position: randomInt((survey.texts[`q${String(question)}`]?.length ?? 0) + 1) }),
    ]),
  ])
}
