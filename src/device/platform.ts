import Taro from '@tarojs/taro'

export const inBrowser = process.env.TARO_ENV === 'h5'

export const toast = (title: string): void => {
  void Taro.showToast({ title, icon: 'none', duration: 2200 })
}
