import type { Survey } from '@domain/survey/survey'
import { collection } from './store'

export const surveys = collection<Survey>('surveys')
