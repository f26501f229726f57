import { Refusal } from '@domain/kernel/failure'
import { photoChecks } from './records'
import { readFileUrls, openapi } from './store'

/** Characters of one check at most (WeChat's msgSecCheck). */
const mostPerCheck = 2500
/** Characters that neighbouring pieces of a longer text share, so that no word is cut in two unseen. */
const overlap = 100

/** Splits a text into overlapping pieces of at most one check each. */
function splitText(text: string): string[] {
  const characters = [...text]
  const step = mostPerCheck - overlap
  const count = Math.max(1, Math.ceil((characters.length - overlap) / step))
  return Array.from({ length: count }, (_, n) => characters.slice(n * step, n * step + mostPerCheck).join(''))
}

/**
 * Checks the texts of a person, of any length, at the moment of sending: WeChat checks only for users who
 * were active in the last two hours. A check that fails because WeChat does not answer lets the text pass, so
 * that it does not stop a repair.
 * @throws Refusal UNSAFE_CONTENT
 */
export async function refuseUnsafe(openid: string, ...texts: (string | null | undefined)[]): Promise<void> {
  const text = texts.filter(Boolean).join('\n')
  if (text !== '') await Promise.all(splitText(text).map(piece => refusePiece(openid, piece)))
}

async function refusePiece(openid: string, content: string): Promise<void> {
  let suggest: string | undefined
  try {
    suggest = (await openapi().security.msgSecCheck({ version: 2, openid, scene: 2, content })).result
      ?.suggest
  } catch (error) {
    logFailure('text', error)
  }
  if (suggest === 'risky') throw new Refusal('UNSAFE_CONTENT')
}

/**
 * Asks WeChat to check a record's photos in the name of their sender; the verdict arrives at the function
 * `safety`. Best effort: a photo whose check fails stays unchecked.
 */
export async function checkPhotos(
  records: { name: string },
  recordId: string,
  unchecked: readonly string[],
  openid: string,
): Promise<void> {
  for (const [fileID, mediaUrl] of Object.entries(await readFileUrls(unchecked))) {
    try {
      const answer = await openapi().security.mediaCheckAsync({
        mediaUrl,
        mediaType: 2,
        version: 2,
        openid,
        scene: 2,
      })
      const trace = answer.traceId ?? answer.trace_id
      if (trace)
        await photoChecks.add({
          _id: trace,
          at: new Date().toISOString(),
          collection: records.name,
          recordId,
          fileID,
        })
    } catch (error) {
      logFailure('photo', error)
    }
  }
}

function logFailure(action: string, error: unknown): void {
  console.log(
    JSON.stringify({
      at: new Date().toISOString(),
      fn: 'safety',
      action,
      code: (error as { errCode?: number }).errCode ?? 'FAILED',
    }),
  )
}
