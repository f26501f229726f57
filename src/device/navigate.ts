import Taro from '@tarojs/taro'

const tabs = ['pages/home/index', 'pages/services/index', 'pages/inbox/index', 'pages/me/index']

/** Opens a page by its path: tabs with switchTab, other pages with navigateTo. */
export function go(link: string): void {
  const url = link.startsWith('/') ? link : `/${link}`
  const path = url.slice(1).split('?')[0]!
  if (tabs.includes(path)) void Taro.switchTab({ url: `/${path}` })
  else void Taro.navigateTo({ url }).catch(() => Taro.redirectTo({ url }))
}

/** Goes back; a page opened from a message has no page behind it and goes to Home. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: '/pages/home/index' })
}
