/**
 * Days that a message stays in an inbox; people a house can hold in the app. Ours: the plans name neither.
 */
export const defaultAccountSettings = { messageDays: 365, peoplePerHouse: 20 }
