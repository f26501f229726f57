/**
 * What stands where WeChat itself would stand: the calls of the app, answered as on a phone in `openid`'s
 * hands.
 */
export interface Navigation {
  open(url: string): void
  back(): void
  replace(url: string): void
}

type Options = {
  success?: (answer: object) => void
  fail?: (error: object) => void
  complete?: (answer: object) => void
} & Record<string, unknown>

export function makeWx(openid: string, navigation: Navigation, titled: (title: string) => void): object {
  const kept = new Map<string, unknown>()
  /** An asynchronous call of WeChat's: by callback and by promise. */
  const api =
    (name: string, work: (options: Options) => object | Promise<object> | void = () => ({})) =>
    (options: Options = {}) =>
      Promise.resolve()
        .then(() => work(options))
        .then(
          result => {
            const answer = { errMsg: `${name}:ok`, ...result }
            options.success?.(answer)
            options.complete?.(answer)
            return answer
          },
          (error: Error) => {
            const failure = { errMsg: `${name}:fail ${error.message}` }
            options.fail?.(failure)
            options.complete?.(failure)
            // WeChat rejects with a plain object.
            // eslint-disable-next-line @typescript-eslint/only-throw-error -- as above
            if (!options.fail) throw failure
            return failure
          },
        )
  const quiet = Object.fromEntries(
    [
      'setTabBarItem',
      'setTabBarStyle',
      'showToast',
      'hideToast',
      'makePhoneCall',
      'pageScrollTo',
      'stopPullDownRefresh',
      'setTabBarBadge',
      'removeTabBarBadge',
      'vibrateShort',
      'vibrateLong',
      'setScreenBrightness',
      'setKeepScreenOn',
      'setNavigationBarColor',
    ].map(name => [name, api(name)]),
  )
  const system = {
    language: 'zh_CN',
    platform: 'ios',
    system: 'iOS 17.0',
    SDKVersion: '3.5.8',
    version: '8.0.50',
    fontSizeSetting: 17,
    theme: 'light',
    windowWidth: innerWidth,
    windowHeight: innerHeight,
    screenWidth: innerWidth,
    screenHeight: innerHeight,
    pixelRatio: 2,
    statusBarHeight: 44,
    safeArea: { top: 44, bottom: innerHeight },
  }
  return {
    ...quiet,
    cloud: {
      init: () => undefined,
      callFunction: api('cloud.callFunction', async ({ name, data }) => {
        const reply = await fetch(`/call/${String(name)}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
          body: JSON.stringify(data),
        })
        return { result: (await reply.json()) as object }
      }),
    },
    getSystemInfoSync: () => system,
    getAppBaseInfo: () => system,
    getWindowInfo: () => system,
    getDeviceInfo: () => system,
    getSystemInfo: api('getSystemInfo', () => system),
    getStorageSync: (key: string) => kept.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => {
      kept.set(key, value)
    },
    removeStorageSync: (key: string) => {
      kept.delete(key)
    },
    getLaunchOptionsSync: () => ({ path: 'pages/home/index', query: {}, scene: 1001 }),
    getEnterOptionsSync: () => ({ path: 'pages/home/index', query: {}, scene: 1001 }),
    onNetworkStatusChange: () => undefined,
    onNeedPrivacyAuthorization: () => undefined,
    onThemeChange: () => undefined,
    onAppShow: () => undefined,
    onAppHide: () => undefined,
    getNetworkType: api('getNetworkType', () => ({ networkType: 'wifi' })),
    canIUse: () => true,
    nextTick: (run: () => void) => {
      setTimeout(run)
    },
    setNavigationBarTitle: api('setNavigationBarTitle', ({ title }) => titled(String(title))),
    navigateTo: api('navigateTo', ({ url }) => navigation.open(String(url))),
    redirectTo: api('redirectTo', ({ url }) => navigation.replace(String(url))),
    reLaunch: api('reLaunch', ({ url }) => navigation.replace(String(url))),
    switchTab: api('switchTab', ({ url }) => navigation.replace(String(url))),
    navigateBack: api('navigateBack', () => navigation.back()),
    requestSubscribeMessage: api('requestSubscribeMessage', ({ tmplIds }) =>
      Object.fromEntries((tmplIds as string[]).map(id => [id, 'accept'])),
    ),
    // The camera reads what the test holds before it.
    scanCode: api('scanCode', () => ({
      result: (window as unknown as { beforeTheCamera: string }).beforeTheCamera,
    })),
    getRandomValues: api('getRandomValues', ({ length }) => ({
      randomValues: crypto.getRandomValues(new Uint8Array(Number(length))).buffer,
    })),
    getPrivacySetting: api('getPrivacySetting', () => ({
      needAuthorization: false,
      privacyContractName: '',
    })),
  }
}
