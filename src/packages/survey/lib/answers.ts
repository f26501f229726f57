import type { Answer, QuestionView } from '@domain/survey/contract'

export function isGiven(answer: Answer | undefined): boolean {
  if (Array.isArray(answer)) return answer.length > 0
  if (typeof answer === 'string') return answer.trim() !== ''
  return answer !== null && answer !== undefined
}

/** The required questions without an answer, by index. */
export const unanswered = (questions: readonly QuestionView[], answers: readonly Answer[]): number[] =>
  questions.flatMap(({ required }, n) => (required && !isGiven(answers[n]) ? [n] : []))

/** An answer for each question; null where there is none. */
export const answersOf = (questions: readonly QuestionView[], answers: readonly Answer[]): Answer[] =>
  questions.map((_, n) => {
    const answer = answers[n] ?? null
    if (!isGiven(answer)) return null
    return typeof answer === 'string' ? answer.trim() : answer
  })
