/** The purposes for which a person can allow a subscribe message. */
export const purposes = [
  'repairProgress',
  'visitorNews',
  'parkingNews',
  'eventNews',
  'complaintNews',
  'estateNotice',
  'houseNews',
] as const
export type Purpose = (typeof purposes)[number]
