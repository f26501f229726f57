import { pickInBrowser } from './pick-in-browser'
import { pickInWeChat } from './pick-in-wechat'

export const pick = process.env.TARO_ENV === 'h5' ? pickInBrowser : pickInWeChat
