import type { Survey } from '@domain/survey/survey'
import { collection } from '../../_kit/store'

export const surveys = collection<Survey>('surveys')
