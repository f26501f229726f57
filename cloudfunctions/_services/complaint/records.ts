import type { Complaint } from '@domain/complaint/complaint'
import { collection } from '../../_kit/store'

export const complaints = collection<Complaint>('complaints')
