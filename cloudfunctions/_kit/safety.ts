import { Refusal } from '@domain/kernel/failure'
import { photoChecks } from './records'
import { readFileUrls, openapi } from './store'

/** One check takes so many characters (WeChat's msgSecCheck). */
const mostAtOnce = 2500
/** Longer texts are checked in pieces that share so many: no word is cut in two between them. */
const shared = 100

/** A text as the pieces that one check takes each. */
function piecesOf(text: string): string[] {
  const letters = [...text]
  const count = Math.max(1, Math.ceil((letters.length - shared) / (mostAtOnce - shared)))
  return Array.from({ length: count }, (_, n) =>
    letters.slice(n * (mostAtOnce - shared), n * (mostAtOnce - shared) + mostAtOnce).join(''),
  )
}

/**
 * Texts of a person of any length, checked at the moment of sending (the check wants a person active in the
 * last two hours).
 * @throws Refusal UNSAFE_CONTENT; a check that cannot be made (WeChat is away) does not stop a repair
 */
export async function refuseUnsafe(openid: string, ...texts: (string | null | undefined)[]): Promise<void> {
  const said = texts.filter(Boolean).join('\n')
  if (said !== '') await Promise.all(piecesOf(said).map(piece => refusePiece(openid, piece)))
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
 * Asks WeChat to look at a record's photos, in the name of whoever sent them; the verdict arrives at the
 * function `safety`.
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
