/** Texts of the workbench. */
export const texts = {
  todoTitle: ['工作台', 'Workbench'], todoEmpty: ['没有待办', 'Nothing waits'], todoEmptyHint: ['新的事情会出现在这里，最急的在最前', 'New things appear here, the most urgent first'], todoMore: ['还有更多，处理完前面的会继续出现', 'There is more; it follows as you go'],
  assign: ['待派单', 'To assign'], repair: ['维修', 'Repair'], complaint: ['投诉', 'Complaint'], callBack: ['回访', 'Call back'], binding: ['绑定审核', 'Wants to join'],
  walkIn: ['住户未答复', 'No answer'], overstay: ['访客', 'Visitor'], consult: ['咨询', 'Question'], vehicle: ['车辆申请', 'Vehicle'], conflict: ['门岗', 'Gate'],
} as const
