import type { EstateEvent } from '@domain/event/event'
import { collection } from './store'

export const events = collection<EstateEvent>('events')
