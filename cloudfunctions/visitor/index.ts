import { visitorContract } from '@domain/visitor/contract'
import { serve } from '../_kit/serve'
import { blockVisitor, listBlocked, unblockVisitor } from './block-visitor'
import { createPass } from './create-pass'
import { exportLog } from './export-log'
import { gateKit } from './gate-kit'
import { getPass } from './get-pass'
import { leaveGate } from './leave-gate'
import { listPasses } from './list-passes'
import { openCard } from './open-card'
import { revokePass, starPass } from './own-pass'
import { listConflicts, listInside, readLog } from './read-log'
import { scanPass } from './scan-pass'
import { syncRecords } from './sync-records'
import { askWalkIn, decideWalkIn } from './walk-in'

export const main = serve('visitor', visitorContract, {
  create: createPass,
  list: listPasses,
  get: getPass,
  revoke: revokePass,
  star: starPass,
  open: openCard,
  scan: scanPass,
  leave: leaveGate,
  inside: listInside,
  log: readLog,
  exportLog,
  conflicts: listConflicts,
  walkIn: askWalkIn,
  decideWalkIn,
  block: blockVisitor,
  unblock: unblockVisitor,
  blocked: listBlocked,
  gateKit,
  sync: syncRecords,
})
