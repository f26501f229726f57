import { words } from '../kernel/words'

/** How the audit entries of the service read, by their kind. */
export const surveyAudit = {
  close: words('提前结束意见征集', 'Ended a vote or survey early'),
  cancel: words('取消意见征集', 'Cancelled a vote or survey'),
}
