import { createHmac } from 'node:crypto'
import { deriveKeys } from '../../_kit/secret'

const purpose = 'anlin-survey-voter'
const hashed = (key: Buffer, surveyId: string, voter: string): string =>
  createHmac('sha256', key).update(`${surveyId}|${voter}`).digest('hex').slice(0, 32)

/**
 * How a house or a person stands in a survey's list of those who have voted: the first of these is written,
 * all are believed while the
 * environment's secret is being replaced. Different in every survey, and telling nothing without the secret.
 */
export const voterKeys = (surveyId: string, voter: string): string[] =>
  deriveKeys(purpose, 'voter').map(key => hashed(key, surveyId, voter))
