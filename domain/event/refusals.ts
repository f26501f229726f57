import { words, type Words } from '../kernel/words'
import type { Outcome } from './seats'

/** Why an action on a seat was refused. */
export const outcomeWords: Record<Exclude<Outcome, 'done'>, Words> = {
  already: words('您已经报名', 'You have already signed up'),
  over: words('报名已截止', 'Sign-up has closed'),
  houseFull: words('您家的名额已用完', 'Your house has used all its places'),
  notIn: words('没有报名记录', 'You are not signed up'),
  noHold: words('没有为您保留的名额', 'No seat is held for you'),
  holdOver: words('保留时间已过', 'The seat is no longer held'),
  absent: words('签到过的人才能评价', 'Only those who checked in can rate the event'),
  unseated: words('还在候补，没有名额', 'Still on the waiting list'),
  twice: words('已经登记过了', 'Already recorded'),
}
