import { createHmac } from 'node:crypto'
import { deriveKeys } from '../../_kit/secret'

const purpose = 'anlin-survey-voter'
const hashed = (key: Buffer, surveyId: string, voter: string): string =>
  createHmac('sha256', key).update(`${surveyId}|${voter}`).digest('hex').slice(0, 32)

/**
 * The keys under which a house or a person is in a survey's list of voters. The first is written; all are
 * recognised, for the time in which the environment's secret is being replaced. They differ in every survey
 * and reveal nothing without the secret.
 */
export const voterKeys = (surveyId: string, voter: string): string[] =>
  deriveKeys(purpose, 'voter').map(key => hashed(key, surveyId, voter))
