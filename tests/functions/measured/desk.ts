import type { Measured } from '../support/measured'

export const desk: Measured = async ({ ok }) => {
  const span = { from: '2020-01-01T00:00:00.000Z', to: '2099-01-01T00:00:00.000Z' }
  for (const who of ['demo-butler', 'demo-technician', 'demo-guard', 'demo-manager']) await ok(who, 'desk', 'todo')
  await ok('demo-manager', 'desk', 'audit', span)
  await ok('demo-manager', 'desk', 'audit', { ...span, who: 'demo-butler' })
}
