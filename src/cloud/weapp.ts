import Taro from '@tarojs/taro'
import type { Adapter } from './adapter'

let started = false
function start(): void {
  if (started) return
  started = true
  Taro.cloud.init({ traceUser: false })
}

export const weapp: Adapter = {
  async call(fn, envelope) {
    start()
    const answer = await Taro.cloud.callFunction({ name: fn, data: { ...envelope } })
    return answer.result
  },
  async upload(picked) {
    start()
    const ending = /\.(jpe?g|png|webp|heic|xlsx|csv|mp3)$/i.exec(picked.name ?? picked.path)?.[0] ?? '.jpg'
    const name = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 14)}${ending.toLowerCase()}`
    const stored = await Taro.cloud.uploadFile({ cloudPath: `uploads/${name}`, filePath: picked.path })
    if (!('fileID' in stored)) throw new Error('upload')
    return stored.fileID
  },
  async online() {
    try {
      return (await Taro.getNetworkType()).networkType !== 'none'
    } catch {
      return true
    }
  },
  watchNetwork(onChange) {
    Taro.onNetworkStatusChange(status => onChange(status.isConnected))
  },
}
