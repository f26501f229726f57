/** Passes on a page of the gate kit, about 400 bytes each: far below the 6 MB of an answer. */
export const kitPortion = 1000
