/** A refusal by WeChat's own servers; the SDK reports it as errCode and errMsg. */
export class WxError extends Error {
  constructor(
    readonly errcode: number,
    message: string,
  ) {
    super(message)
  }
}
