/**
 * Minutes in which the desk promises a first answer, round the clock; ours, docs/promises.md names the
 * service without a figure.
 */
export const defaultConsultSettings = { answerMinutes: 15 }
export type ConsultSettings = typeof defaultConsultSettings
