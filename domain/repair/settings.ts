/** The estate's promises for repairs: minutes, or days where the name says so. */
export interface RepairSettings {
  acceptWorkingMinutes: number
  urgentOnSiteMinutes: number
  finishDays: number
  verifyDays: number
}

/** docs/promises.md, "Time promises". */
export const defaultRepairSettings: RepairSettings = {
  acceptWorkingMinutes: 120,
  urgentOnSiteMinutes: 30,
  finishDays: 3,
  verifyDays: 7,
}
