import { cloud } from '@/cloud/client'
import { useSend, type Sending } from '@/cloud/hooks'
import { call } from '@/device/phone'

/** Calls the complainant: the number is requested, which is recorded, and dialled. */
export const useDial = (id: string): Sending<[], unknown> =>
  useSend(async requestId => {
    const who = await cloud.complaint.contact({ id }, { requestId })
    call(who.phone)
    return who
  })
