import { words, type Words } from '../kernel/words'
import type { FailReason } from './kinds'

export const failReasonWords: Record<FailReason, Words> = {
  noConsent: words('未允许通知，或次数已用完', 'No notification allowed, or none left'),
  refused: words('微信提示用户拒收', 'The user blocks messages in WeChat'),
  noAnswer: words(
    '微信没有回应，可能已送达，不再重发',
    'No answer from WeChat; it may have arrived and is not sent again',
  ),
  interrupted: words(
    '发送中断，可能已送达，不再重发',
    'Interrupted; it may have arrived and is not sent again',
  ),
  wrongValue: words('消息内容不符合模板', 'A value does not fit the template'),
  wrongTemplate: words('消息模板无效', 'Invalid message template'),
  wrongPage: words('消息页面无效', 'Invalid message page'),
  badOpenid: words('微信账号无效', 'Invalid WeChat account'),
  gone: words('已不在小区', 'Has left the estate'),
  withdrawn: words('公告已收回', 'The notice was withdrawn'),
}
