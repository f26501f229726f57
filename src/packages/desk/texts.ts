/** Texts of the workbench. */
export const texts = {
  todoTitle: ['工作台', 'Workbench'], todoEmpty: ['没有待办', 'Nothing waits'], todoEmptyHint: ['新的事情会出现在这里，最急的在最前', 'New things appear here, the most urgent first'], todoMore: ['还有更多，处理完前面的会继续出现', 'There is more; it follows as you go'],
  assign: ['待派单', 'To assign'], repair: ['维修', 'Repair'], complaint: ['投诉', 'Complaint'], callBack: ['回访', 'Call back'], binding: ['绑定审核', 'Wants to join'],
  walkIn: ['住户未答复', 'No answer'], overstay: ['访客', 'Visitor'], consult: ['咨询', 'Question'], vehicle: ['车辆申请', 'Vehicle'], conflict: ['门岗', 'Gate'],
  figuresTitle: ['关键指标', 'Figures'], month: ['一个月', 'A month'], quarter: ['三个月', 'Three months'], year: ['一年', 'A year'], lastMonth: ['截至', 'Up to'], countedAt: ['统计到 {time}', 'counted up to {time}'], notCounted: ['还没有数据', 'Nothing counted yet'],
  promisedAt: ['承诺 {n} % 以上', 'promised: {n} % or more'], keptAt: ['达到承诺 {n} %', 'keeps the promised {n} %'], missedBy: ['未达到承诺 {n} %', 'below the promised {n} %'], ofCount: ['{sum} / {count} 件', '{sum} of {count}'], ofMany: ['共 {count}', 'of {count}'], nothingYet: ['这段时间没有记录', 'Nothing in this time'],
  building: ['{n} 号楼', 'Building {n}'], noBuilding: ['公共区域与匿名', 'Public and anonymous'], person: ['工作人员', 'Staff'], allBehind: ['看全部记录', 'See all records'],
  entered: ['物业填报', 'Entered by the office'], notEntered: ['未填写', 'Not entered'], facilities: ['设施完好率', 'Facilities in order'], greenCover: ['绿化覆盖率', 'Green cover'], statementOn: ['收支公示', 'Last statement'], everyHalfYear: ['每半年一次', 'every six months'], gateDuty: ['24 小时值班', 'Gate duty'], noPatrolLog: ['巡更记录上线后统计', 'counted once there is a patrol log'],
  exportTitle: ['导出表格', 'Export'], exported: ['表格已生成', 'The sheet is ready'], figures: ['指标', 'Figures'], repairs: ['报修', 'Repairs'], complaints: ['投诉', 'Complaints'], visitors: ['访客', 'Visitors'], vehicles: ['车辆', 'Vehicles'],
  appraisalTitle: ['考核', 'Appraisal'], monthShown: ['月份', 'Month'], appraisalEmpty: ['这个月还没有记录', 'Nothing in this month'], appraisalHint: ['接单、完成、评分会计在这里', 'What you accept and finish is counted here'],
} as const
