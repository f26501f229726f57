import { inHours } from '../support/times'
import type { Measured } from '../support/measured-calls'

/** Every action of surveys. Calls that may cost more when repeated are made twice. */
export const measured: Measured = async ({ ok, again }) => {
  const questions = [
    { kind: 'single', text: '是否同意？', options: ['同意', '不同意'] },
    { kind: 'text', text: '建议', required: false },
  ]
  const ask = {
    title: '更换监控',
    body: '请投票',
    endsAt: inHours(48),
    unit: 'house',
    voters: 'owners',
    anonymous: true,
    questions,
  }
  const { id } = await again('demo-butler', 'survey', 'publish', {
    ...ask,
    audience: { kind: 'buildings', ids: ['1', '44'] },
    push: true,
  })
  await ok('demo-owner', 'survey', 'list', { when: 'open' })
  await ok('demo-butler', 'survey', 'list', { when: 'over' })
  await ok('demo-owner', 'survey', 'get', { id })
  await again('demo-owner', 'survey', 'answer', { id, answers: [[0], '早点换'] })
  await again('demo-butler', 'survey', 'close', { id })
  await ok('demo-owner', 'survey', 'results', { id })
  const { id: other } = await ok('demo-butler', 'survey', 'publish', {
    ...ask,
    unit: 'person',
    anonymous: false,
    audience: { kind: 'estate' },
  })
  await again('demo-butler', 'survey', 'cancel', { id: other })
}
