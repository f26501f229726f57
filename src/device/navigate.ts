import Taro from '@tarojs/taro'

const tabs = ['pages/home/index', 'pages/services/index', 'pages/inbox/index', 'pages/me/index']

/** Opens a page by its path, whichever way WeChat wants it opened. */
export function go(link: string): void {
  const url = link.startsWith('/') ? link : `/${link}`
  const path = url.slice(1).split('?')[0]!
  if (tabs.includes(path)) void Taro.switchTab({ url: `/${path}` })
  else void Taro.navigateTo({ url }).catch(() => Taro.redirectTo({ url }))
}

/** Back where one came from; a page opened from a message has nothing behind it, and goes home. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: '/pages/home/index' })
}
