import type { Input } from '@domain/contract'
import type { Lang } from '@domain/kernel/words'
import type { QuestionView, SurveyView } from '@domain/survey/contract'
import type { QuestionKind, Voters, VoteUnit } from '@domain/survey/kinds'
import { audienceInput, isChosen, wholeEstate, type ChosenAudience } from '@/widgets/audience'
import { endOfDay } from '@/ui/until-field'
import type { SurveyText } from '../texts'

export interface Asked {
  kind: QuestionKind
  text: string
  textEn: string
  options: string[]
  optionsEn: string[]
  required: boolean
}

export interface Draft {
  title: string
  body: string
  english: boolean
  titleEn: string
  bodyEn: string
  questions: Asked[]
  audience: ChosenAudience
  unit: VoteUnit
  voters: Voters
  anonymous: boolean
  /** `YYYY-MM-DD` at the estate. */
  until: string
  push: boolean
}

export const newQuestion: Asked = {
  kind: 'single',
  text: '',
  textEn: '',
  options: ['', ''],
  optionsEn: ['', ''],
  required: true,
}
export const blank: Draft = {
  title: '',
  body: '',
  english: false,
  titleEn: '',
  bodyEn: '',
  questions: [newQuestion],
  audience: wholeEstate,
  unit: 'house',
  voters: 'owners',
  anonymous: true,
  until: '',
  push: false,
}

export const mostQuestions = 20
export const mostOptions = 12
export const hasOptions = ({ kind }: Pick<Asked, 'kind'>): boolean => kind === 'single' || kind === 'multiple'

/** A vote by role is a vote per person: a role has no house. */
export const rulesOf = ({
  audience,
  unit,
  voters,
  anonymous,
}: Draft): Pick<SurveyView, 'unit' | 'voters' | 'anonymous'> =>
  audience.kind === 'roles' ? { unit: 'person', voters: 'everybody', anonymous } : { unit, voters, anonymous }

const trimmed = (texts: readonly string[]): string[] => texts.map(text => text.trim())

export function toInput(draft: Draft): Input<'survey', 'publish'> {
  const { english } = draft
  return {
    title: draft.title.trim(),
    body: draft.body.trim(),
    endsAt: endOfDay(draft.until) ?? '',
    audience: audienceInput(draft.audience),
    ...rulesOf(draft),
    push: draft.push,
    ...(english ? { titleEn: draft.titleEn.trim(), bodyEn: draft.bodyEn.trim() } : {}),
    questions: draft.questions.map(question => ({
      kind: question.kind,
      text: question.text.trim(),
      required: question.required,
      ...(english ? { textEn: question.textEn.trim() } : {}),
      ...(hasOptions(question)
        ? {
            options: trimmed(question.options),
            ...(english ? { optionsEn: trimmed(question.optionsEn) } : {}),
          }
        : {}),
    })),
  }
}

type Slip = [field: string, isWrong: boolean, says: SurveyText]

/** Missing fields by the contract's field names, in the order of the form. */
export function missing(draft: Draft, now: number): Record<string, SurveyText> {
  const until = endOfDay(draft.until)
  const found: Slip[] = [
    ['title', !draft.title.trim(), 'needTitle'],
    ['body', !draft.body.trim(), 'needBody'],
    ['titleEn', draft.english && !draft.titleEn.trim(), 'needTitleEn'],
    ['bodyEn', draft.english && !draft.bodyEn.trim(), 'needBodyEn'],
    ...draft.questions.flatMap((question, n) => slipsOf(question, `questions.${n}`, draft.english)),
    ['audience.ids', !isChosen(draft.audience), 'needAudience'],
    ['endsAt', until === undefined, 'needUntil'],
    ['endsAt', until !== undefined && Date.parse(until) <= now, 'untilPassed'],
  ]
  return Object.fromEntries(found.filter(([, isWrong]) => isWrong).map(([field, , says]) => [field, says]))
}

function slipsOf(question: Asked, field: string, english: boolean): Slip[] {
  const options = hasOptions(question) ? trimmed(question.options) : []
  const optionsEn = hasOptions(question) && english ? trimmed(question.optionsEn) : []
  return [
    [`${field}.text`, !question.text.trim(), 'needQuestion'],
    [`${field}.textEn`, english && !question.textEn.trim(), 'needQuestionEn'],
    ...options.flatMap((option, n): Slip[] => [
      [`${field}.options.${n}`, !option, 'needOption'],
      [`${field}.options.${n}`, option !== '' && options.indexOf(option) < n, 'sameOption'],
    ]),
    ...optionsEn.flatMap((option, n): Slip[] => [
      [`${field}.optionsEn.${n}`, !option, 'needOption'],
      [`${field}.optionsEn.${n}`, option !== '' && optionsEn.indexOf(option) < n, 'sameOption'],
    ]),
  ]
}

/** The questions as users of this language see them. */
export const questionsIn = (lang: Lang, { questions, english }: Draft): QuestionView[] =>
  questions.map(question => {
    const inEnglish = lang === 'en' && english
    const { kind, required } = question
    const options = inEnglish ? question.optionsEn : question.options
    return {
      kind,
      required,
      text: inEnglish ? question.textEn : question.text,
      options: hasOptions(question) ? options : [],
    }
  })
