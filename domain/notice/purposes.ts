/** The purposes for which a user can allow subscribe messages (WeChat notifications). */
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
