import { deskContract } from '@domain/desk/contract'
import { serve } from '../_kit/serve'
import { exportRecords } from './export-records'
import { listBehind } from './list-behind'
import { listTodo } from './list-todo'
import { readAudit } from './read-audit'
import { readAppraisal, readFigures } from './read-figures'

export const main = serve('desk', deskContract, {
  todo: listTodo,
  audit: readAudit,
  figures: readFigures,
  figureList: listBehind,
  appraisal: readAppraisal,
  export: exportRecords,
})
