/** A subscribe-message template as registered with WeChat: each keyword's name begins with its value type. */
export interface Template {
  id: string
  title: string
  keywords: string[]
}

const form = ['character_string1', 'thing2', 'phrase3', 'time4', 'thing5']

/** One template for each purpose, all with the same keywords (docs/decisions/one-form-of-template.md). */
export const templates: Template[] = [
  { id: 'repairProgress', title: '报修进度提醒', keywords: form },
  { id: 'visitorNews', title: '访客通行提醒', keywords: form },
  { id: 'parkingNews', title: '车辆停车提醒', keywords: form },
  { id: 'eventNews', title: '活动提醒', keywords: form },
  { id: 'complaintNews', title: '投诉处理提醒', keywords: form },
  { id: 'estateNotice', title: '小区公告提醒', keywords: form },
  { id: 'houseNews', title: '房屋绑定提醒', keywords: form },
  // Registered with wrong keywords, as happens by mistake: a message with it is refused (47003).
  { id: 'registeredWrong', title: '登记有误的模板', keywords: ['thing1', 'amount2'] },
]
