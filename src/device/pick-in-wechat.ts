import Taro from '@tarojs/taro'
import type { Picked, Picker } from './picked'

export const pickInWeChat: Picker = {
  async pictures(most) {
    try {
      const chosen = await Taro.chooseMedia({
        count: most,
        mediaType: ['image'],
        sizeType: ['compressed'],
        sourceType: ['album', 'camera'],
      })
      return chosen.tempFiles.map((file): Picked => ({ path: file.tempFilePath }))
    } catch {
      return [] // closed without choosing
    }
  },
  async file(endings) {
    try {
      const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: endings })
      return chosen.tempFiles.map((file): Picked => ({ path: file.path, name: file.name }))
    } catch {
      return [] // closed without choosing
    }
  },
}
