import type { Measured } from '../support/measured-calls'

export const measured: Measured = async ({ ok }) => {
  const span = { from: '2020-01-01T00:00:00.000Z', to: '2099-01-01T00:00:00.000Z' }
  for (const who of ['demo-butler', 'demo-technician', 'demo-guard', 'demo-manager'])
    await ok(who, 'desk', 'todo')
  const year = { from: '2026-01-01T00:00:00.000Z', to: '2027-01-15T00:00:00.000Z' }
  for (const who of ['demo-manager', 'demo-committee']) await ok(who, 'desk', 'figures', year)
  await ok('demo-manager', 'desk', 'figureList', { figure: 'satisfied', ...year })
  await ok('demo-technician', 'desk', 'appraisal', { month: '2026-11' })
  for (const what of ['repairs', 'complaints', 'visitors', 'vehicles', 'figures'])
    await ok('demo-manager', 'desk', 'export', { what, ...year })
  await ok('demo-manager', 'desk', 'audit', span)
  await ok('demo-manager', 'desk', 'audit', { ...span, who: 'demo-butler' })
}
