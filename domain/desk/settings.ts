/**
 * What no record tells, entered by the manager: percent, numbers, and the day of the last statement.
 * Zero and empty: not entered.
 */
export const defaultDeskSettings = { greenCover: 0, facilities: 0, facilitiesInOrder: 0, statementOn: '' }
