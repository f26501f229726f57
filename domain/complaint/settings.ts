/** The estate's promises for complaints: hours, or days where the name says so. */
export interface ComplaintSettings {
  acknowledgeHours: number
  answerDays: number
  callBackHours: number
  reopenDays: number
}
/** docs/promises.md, "Time promises"; reopened within 30 days. */
export const defaultComplaintSettings: ComplaintSettings = {
  acknowledgeHours: 24,
  answerDays: 3,
  callBackHours: 48,
  reopenDays: 30,
}
