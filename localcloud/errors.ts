/** An error that the cloud SDK receives as `{ code, message }` with HTTP 200. */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'CloudError'
  }
}

/** Converts any thrown value to the SDK's `{ code, message }`. */
export function toFailure(error: unknown): { code: string; message: string } {
  if (error instanceof CloudError) return { code: error.code, message: error.message }
  return { code: 'DATABASE_REQUEST_FAILED', message: error instanceof Error ? error.message : String(error) }
}
