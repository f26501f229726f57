import type { Demonstrate } from '../call'
import { resident } from '../people'
import { inDays } from '../times'

/** A survey that is open, and a vote that is closed. */
export const demonstrate: Demonstrate = async call => {
  await call('demo-butler', 'survey', 'publish', {
    title: '下半年满意度调查',
    titleEn: 'How satisfied are you?',
    body: '不记名，约一分钟。',
    bodyEn: 'Anonymous, takes about a minute.',
    endsAt: inDays(14),
    audience: { kind: 'estate' },
    unit: 'person',
    voters: 'everybody',
    anonymous: true,
    questions: [
      {
        kind: 'scale',
        text: '对物业服务总体满意吗？',
        textEn: 'How satisfied are you overall with our service?',
      },
      {
        kind: 'multiple',
        text: '最希望改进的是？',
        textEn: 'What should we improve?',
        options: ['维修', '保洁绿化', '门岗', '停车', '活动'],
        optionsEn: ['Repairs', 'Cleaning and landscaping', 'Gates', 'Parking', 'Events'],
      },
      { kind: 'text', text: '想对我们说的话', textEn: 'Any other comments?', required: false },
    ],
  })
  const { id } = await call('demo-butler', 'survey', 'publish', {
    title: '是否加装东门人脸识别',
    titleEn: 'Face recognition at the east gate?',
    body: '一户一票，不记名。费用从公共收益列支。',
    bodyEn: 'One vote per house, anonymous. Paid from the estate’s common revenue.',
    endsAt: inDays(20),
    audience: { kind: 'estate' },
    unit: 'house',
    voters: 'owners',
    anonymous: true,
    questions: [
      {
        kind: 'single',
        text: '您同意加装吗？',
        textEn: 'Do you agree to the installation?',
        options: ['同意', '不同意', '弃权'],
        optionsEn: ['Yes', 'No', 'Abstain'],
      },
      { kind: 'text', text: '意见', textEn: 'Comments', required: false },
    ],
  })
  for (let n = 1; n <= 30; n++)
    await call(resident(n), 'survey', 'answer', {
      id,
      answers: [[choiceOf(n)], n === 7 ? '请先公示报价' : null],
    })
  await call('demo-butler', 'survey', 'close', { id })
}

/** The option of a resident's vote: 0 yes, 1 no, 2 abstain. */
function choiceOf(n: number): number {
  if (n % 3 === 0) return 1
  return n % 11 === 0 ? 2 : 0
}
