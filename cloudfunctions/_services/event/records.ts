import type { EstateEvent } from '@domain/event/event'
import { collection } from '../../_kit/store'

export const events = collection<EstateEvent>('events')
