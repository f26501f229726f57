import * as z from 'zod/mini'
import { cursor, id, instant, limit, page, read, text, write } from '../kernel/wire'
import { audience } from '../notice/contract'
import { actions, questionKinds, statuses, voters, voteUnits } from './kinds'

export * from './kinds'

const options = z.array(text(60)).check(z.minLength(2), z.maxLength(12))
const questionInput = z.strictObject({
  kind: z.enum(questionKinds),
  text: text(120),
  textEn: z.optional(text(240)),
  /** For choices; the English options are in the same order. */
  options: z.optional(options),
  optionsEn: z.optional(z.array(text(120)).check(z.minLength(2), z.maxLength(12))),
  required: z.optional(z.boolean()),
})
const question = z.object({
  kind: z.enum(questionKinds),
  text: z.string(),
  options: z.array(z.string()),
  required: z.boolean(),
})
export type QuestionView = z.infer<typeof question>

/**
 * The answers in the order of the questions; null: not answered. Options are numbered from 0, the scale is 1
 * to 5.
 */
const answer = z.nullable(
  z.union([
    z.array(z.int().check(z.minimum(0), z.maximum(11))).check(z.maxLength(12)),
    z.int().check(z.minimum(1), z.maximum(5)),
    text(500),
  ]),
)
export type Answer = z.infer<typeof answer>

const survey = z.object({
  id,
  no: z.string(),
  status: z.enum(statuses),
  title: z.string(),
  body: z.string(),
  endsAt: instant,
  unit: z.enum(voteUnits),
  voters: z.enum(voters),
  /** The database does not hold who said what. */
  anonymous: z.boolean(),
  questions: z.array(question),
  /** Votes cast, of all that may be cast. */
  votes: z.int(),
  of: z.int(),
  /**
   * The reader's houses for which a vote can still be cast; for a vote by person, their house. Empty: none.
   */
  open: z.array(z.object({ houseId: z.nullable(id), house: z.nullable(z.string()) })),
  /** The reader, or each of their houses, has voted. */
  voted: z.boolean(),
  actions: z.array(z.enum(actions)),
})
export type SurveyView = z.infer<typeof survey>

const result = z.object({
  question,
  /** How often each option, or each of the numbers 1 to 5, was chosen. */
  counts: z.array(z.int()),
  answered: z.int(),
  /** The free texts, in random order. */
  texts: z.array(z.string()),
})
export type QuestionResult = z.infer<typeof result>

const one = z.strictObject({ id })

export const surveyContract = {
  publish: write(
    z.strictObject({
      title: text(40),
      titleEn: z.optional(text(80)),
      body: text(1000),
      bodyEn: z.optional(text(2000)),
      endsAt: instant,
      audience,
      unit: z.enum(voteUnits),
      voters: z.enum(voters),
      anonymous: z.boolean(),
      questions: z.array(questionInput).check(z.minLength(1), z.maxLength(20)),
      /** Also sends a WeChat notification to those who have allowed it; it is in the inboxes either way. */
      push: z.optional(z.boolean()),
    }),
    survey,
  ),
  list: read(z.strictObject({ when: z.enum(['open', 'over']), cursor, limit }), page(survey)),
  get: read(one, survey),
  /** Once for each house or person; it cannot be changed. */
  answer: write(
    z.strictObject({
      id,
      houseId: z.optional(id),
      answers: z.array(answer).check(z.minLength(1), z.maxLength(20)),
    }),
    survey,
  ),
  /**
   * For the whole audience, after the end. `hidden`: too few votes to show without revealing who said what.
   */
  results: read(
    one,
    z.object({ votes: z.int(), of: z.int(), hidden: z.boolean(), questions: z.array(result) }),
  ),
  close: write(one, survey),
  cancel: write(one, survey),
}
