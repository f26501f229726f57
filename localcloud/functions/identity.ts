/**
 * The caller of a function. `source` is WeChat's chain: `wx_client` or `wx_trigger`, and `,scf` for each
 * function in between.
 */
export interface Caller {
  openid?: string
  source: string
}

export const APPID = 'wxlocalanlin00000'
export const ENV_ID = 'local'

/**
 * The environment variables that the SDK's getWXContext reads; null removes a variable of the previous call.
 */
export function callEnv(caller: Caller): Record<string, string | null> {
  const isTimer = caller.source.includes('wx_trigger')
  return {
    WX_CONTEXT_KEYS: caller.openid
      ? 'WX_OPENID,WX_APPID,WX_SOURCE,WX_CLIENTIP'
      : 'WX_APPID,WX_SOURCE,WX_CLIENTIP',
    WX_OPENID: caller.openid ?? null,
    WX_APPID: APPID,
    WX_SOURCE: caller.source,
    WX_CLIENTIP: '127.0.0.1',
    TCB_SOURCE: caller.source,
    TRIGGER_SRC: isTimer ? 'timer' : null,
  }
}

/** The environment variables of a new instance; `ANLIN_*` is passed through. */
export function instanceEnv(adminUrl: string, functionName: string): Record<string, string> {
  const own = Object.entries(process.env).filter(([name]) => name.startsWith('ANLIN_')) as Array<
    [string, string]
  >
  return {
    ...Object.fromEntries(own),
    TZ: 'UTC',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TCB_ENV: ENV_ID,
    SCF_NAMESPACE: ENV_ID,
    SCF_FUNCTIONNAME: functionName,
    TENCENTCLOUD_REGION: 'local',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    SILENCE: 'true',
  }
}
