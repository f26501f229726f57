import { deskContract } from '@domain/desk/contract'
import { serve } from '../_kit/serve'
import { readAudit } from './read-audit'

export const main = serve('desk', deskContract, { audit: readAudit })
