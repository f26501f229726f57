import type { Measured } from '../support/measured'

export const account: Measured = async ({ ok, again }) => {
  await ok('demo-owner', 'account', 'session')
  await ok('a-new-face', 'account', 'session')
  await again('demo-owner', 'account', 'updateProfile', { largeText: true })
  await again('a-new-face', 'account', 'updateProfile', { name: '新来的' })
}
