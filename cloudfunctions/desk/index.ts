import { deskContract } from '@domain/desk/contract'
import { serve } from '../_kit/serve'
import { readAudit } from './read-audit'
import { listTodo } from './list-todo'

export const main = serve('desk', deskContract, { todo: listTodo, audit: readAudit })
