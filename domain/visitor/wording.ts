import { words, type Words } from '../kernel/words'
import type { PassState, Reason, Revoker } from './kinds'

/** Why a guest is not let in; short, for a guard who reads it at arm's length. */
export const reasonWords: Record<Reason, Words> = {
  USED: words('已经用过', 'Already used'),
  EXPIRED: words('已过期', 'Expired'),
  NOT_YET: words('还没到时间', 'Not yet'),
  REVOKED: words('已撤销', 'Revoked'),
  WRONG_DAY: words('今天不能进', 'Wrong day'),
  WRONG_ESTATE: words('别的小区的码', 'Code of another estate'),
  WRONG_GATE: words('不是这个门', 'Wrong gate'),
  BLOCKED: words('禁止进入', 'Blocked'),
  FORGED: words('伪造的码', 'Forged code'),
  STALE_CODE: words('旧截图，请出示实时码', 'Old screenshot: ask for the live code'),
  UNKNOWN: words('查不到', 'Not found'),
  UNPROVEN: words('须联网核验', 'Needs a network to check'),
  BAD_TIME: words('时间不对', 'Wrong time'),
  NO_GATE: words('没有这个门', 'No such gate'),
}

/** Who revoked a pass, inside a sentence. */
export const revokerWords: Record<Revoker, Words> = {
  host: words('邀请人', 'the host'),
  owner: words('业主', 'the owner'),
  butler: words('管家', 'the butler'),
  rule: words('系统', 'the system'),
}

/** At most five Chinese characters: a `phrase` of a subscribe message. */
export const passStateWords: Record<PassState, Words> = {
  upcoming: words('未开始', 'Upcoming'),
  active: words('可通行', 'Valid'),
  inside: words('已进入', 'Inside'),
  used: words('已使用', 'Used'),
  expired: words('已过期', 'Expired'),
  revoked: words('已撤销', 'Revoked'),
  blocked: words('被禁止', 'Blocked'),
  asked: words('待答复', 'Waiting'),
  refused: words('已拒绝', 'Declined'),
  lapsed: words('未答复', 'No answer'),
}
