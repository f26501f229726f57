import Taro from '@tarojs/taro'

export function call(phoneNumber: string): void {
  void Promise.resolve(Taro.makePhoneCall({ phoneNumber })).catch(() => undefined)
}
