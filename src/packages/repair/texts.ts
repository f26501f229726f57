/** Texts of the repair pages. */
export const texts = {
  fileTitle: ['我要报修', 'Report a repair'], where: ['在哪里', 'Where is it?'], placeHouse: ['我家里', 'In my home'], placePublic: ['公共区域', 'In a public area'],
  whichHouse: ['哪套房屋', 'Which house?'], facility: ['具体位置', 'Which spot?'], facilityPublic: ['如：3 号楼东侧路灯', 'e.g. street lamp east of building 3'], facilityHouse: ['如：二楼卫生间', 'e.g. bathroom upstairs'],
  what: ['什么坏了', 'What is broken?'], urgency: ['急不急', 'How urgent?'], urgentHint: ['漏水、停电、燃气、被锁门外：30 分钟内到场，全天受理', 'Leak, no power, gas, locked out: on site within 30 minutes, day and night'],
  gasWarning: ['闻到燃气味：请先关阀门、开窗、离开房间，再打电话', 'Smell of gas: close the valve, open the windows and leave the room first, then call'],
  liftWarning: ['有人被困电梯：请先按轿厢内的报警按钮或打电话', 'Someone trapped in a lift: press the alarm button inside or call first'],
  describe: ['说说情况', 'Describe it'], describeHint: ['如：厨房水池下面一直在滴水', 'e.g. it keeps dripping under the kitchen sink'],
  photosHint: ['照片能让师傅带对工具', 'A photo helps us bring the right tools'], appointment: ['什么时候方便上门', 'When may we come?'], anyTime: ['尽快', 'As soon as possible'], timeWindow: ['时间段', 'Time'],
  send: ['提交报修', 'Send the report'], waitPhotos: ['照片上传中…', 'Photos are being uploaded…'], sent: ['已提交', 'Sent'], draftKept: ['已恢复您上次填写的内容', 'We kept what you entered last time'], startOver: ['重新填写', 'Start over'],
  needCategory: ['请选择什么坏了', 'Please choose what is broken'], needDescription: ['请简单说明情况', 'Please describe it in a few words'], needFacility: ['请写明具体位置', 'Please say where exactly'], needHouse: ['请选择房屋', 'Please choose the house'], needWindow: ['请选择时间段', 'Please choose a time'],
  similarTitle: ['附近有 {n} 件类似报修正在处理，是同一件事吗？', '{n} similar reports are open. Is yours one of them?'], similarOne: ['附近有 1 件类似报修正在处理，是同一件事吗？', 'A similar report is open. Is it the same?'],
  similarUrge: ['是这件，帮我催一下', 'It is this one: hurry it up'], similarSee: ['是这件，去看看', 'It is this one: see it'], similarNo: ['不是，提交我的报修', 'No, send mine'], urged: ['已催办', 'We have been reminded'],

  listTitle: ['我的报修', 'My repairs'], mineTab: ['我报的', 'Reported by me'], houseTab: ['{code} 号房屋记录', 'House {code} record'], listEmpty: ['还没有报修记录', 'No repairs yet'],

  orderTitle: ['工单详情', 'Work order'], orderNo: ['工单号 {no}', 'No. {no}'], nextUp: ['接下来', 'What is next'], details: ['报修内容', 'The report'],
  nextSubmitted: ['等待管家受理', 'Waiting for the butler to accept it'], nextAccepted: ['正在安排师傅', 'A technician is being assigned'], nextAssigned: ['{name} 将上门维修', '{name} will come and repair it'],
  nextAssignedNobody: ['师傅将上门维修', 'A technician will come'], nextWorking: ['{name} 正在维修', '{name} is working on it'], nextWorkingNobody: ['正在维修', 'Being worked on'], nextQuote: ['等待确认报价', 'Waiting for the quote to be decided'],
  nextFinished: ['维修已完成，等待验收', 'Finished, waiting for acceptance'], nextClosed: ['维修已完成并验收', 'Finished and accepted'], nextCancelled: ['这张工单已取消', 'This order was cancelled'], nextMerged: ['已并入另一张工单', 'It became part of another order'], seeMerged: ['查看合并后的工单', 'See that order'],
  appointmentAt: ['预约上门', 'Appointment'], placeRow: ['位置', 'Place'], technicianRow: ['维修师傅', 'Technician'], reporterRow: ['报修人', 'Reported by'], urgedTimes: ['已催办 {n} 次', 'Reminded {n} times'], reopenedTimes: ['返修 {n} 次', 'Reopened {n} times'],
  photosBefore: ['报修照片', 'Photos of the report'], photosAfter: ['维修后照片', 'Photos after the repair'], timeline: ['处理过程', 'What happened'], actions: ['更多操作', 'More'],

  accept: ['受理', 'Accept'], assign: ['派单', 'Assign'], reassign: ['改派', 'Assign to someone else'], grab: ['抢单', 'Take it'], start: ['开始维修', 'Start work'], quote: ['报价', 'Make a quote'], finish: ['完工', 'Finish'],
  urge: ['催一下', 'Remind them'], cancelOrder: ['取消报修', 'Cancel the report'], merge: ['合并到另一单', 'Merge into another order'], contact: ['联系报修人', 'Call the resident'],
  done: ['已完成', 'Done'], takenAlready: ['状态已变化，已为您刷新', 'It changed meanwhile; refreshed'],

  quoteTitle: ['维修报价', 'Quote'], quoteTotal: ['合计', 'Total'], quoteWaiting: ['等待确认', 'To be decided'], quoteAgreed: ['已同意', 'Agreed'], quoteDeclined: ['未同意', 'Declined'], agree: ['同意报价', 'Agree'], decline: ['不同意', 'Decline'],
  itemName: ['项目', 'Item'], itemPrice: ['单价（元）', 'Price each (¥)'], itemCount: ['数量', 'Count'], addItem: ['增加一项', 'Add an item'], removeItem: ['删除这一项', 'Remove this item'], sendQuote: ['发送报价', 'Send the quote'], badItem: ['请填写项目、单价和数量', 'Please fill in item, price and count'],

  verifyTitle: ['修好了吗？', 'Is it repaired?'], verifyHint: ['请到现场看一看再确认。7 天内没有回复将自动验收', 'Please look at it first. Without an answer it counts as accepted after 7 days'], verifyYes: ['修好了，验收', 'Yes, accept it'], verifyNo: ['没修好', 'No, not yet'],
  whyNot: ['哪里没修好', 'What is still wrong?'], sendBack: ['请师傅再来', 'Send it back'], needReason: ['请说明原因', 'Please say why'],
  rateTitle: ['给这次维修评分', 'Rate this repair'], speed: ['速度', 'Speed'], quality: ['质量', 'Quality'], attitude: ['态度', 'Courtesy'], comment: ['想说的话', 'Anything to add'], sendRating: ['提交评分', 'Send the rating'], thanks: ['谢谢您的评价', 'Thank you'], needStars: ['请为三项都评分', 'Please rate all three'], ratingTitle: ['评分', 'Rating'],
  assignTitle: ['派给哪位师傅', 'Which technician?'], noTechnicians: ['没有可派的师傅', 'No technician to assign'], finishTitle: ['完工记录', 'Finish the order'], finishNote: ['做了什么', 'What was done?'], finishHint: ['如：更换下水管接头，试水无渗漏', 'e.g. replaced the pipe joint, tested without a leak'], materials: ['用料', 'Materials'], photosAfterAdd: ['维修后照片', 'Photos after the repair'], sendFinish: ['提交完工', 'Send'], needNote: ['请写明做了什么', 'Please say what was done'],
  cancelTitle: ['取消这张工单？', 'Cancel this order?'], cancelReason: ['原因', 'Reason'], reallyCancel: ['确定取消', 'Cancel it'], keepIt: ['保留', 'Keep it'],
  mergeTitle: ['合并到哪一单', 'Merge into which order?'], mergeHint: ['报修人会跟随保留的那一单', 'Both reporters follow the order that stays'], noMerge: ['没有同类的未完成工单', 'No other open order of this kind'],
  contactBefore: ['查看完整号码会留下记录', 'Seeing the full number is recorded'], showPhone: ['显示号码', 'Show the number'],
  contactTitle: ['联系报修人', 'The resident'], contactHint: ['这次查看已记录', 'This look has been recorded'], callNow: ['拨打 {phone}', 'Call {phone}'],

  whatSubmitted: ['提交报修', 'Reported'], whatAccepted: ['管家已受理', 'Accepted'], whatAssigned: ['已派单', 'Assigned'], whatGrabbed: ['师傅已接单', 'Taken by a technician'], whatStarted: ['开始维修', 'Work started'], whatQuoted: ['提出报价', 'Quote made'], whatQuoteAgreed: ['同意报价', 'Quote agreed'], whatQuoteDeclined: ['未同意报价', 'Quote declined'],
  whatFinished: ['维修完成', 'Repair finished'], whatVerified: ['验收通过', 'Accepted as repaired'], whatReopened: ['未通过验收，返修', 'Not repaired: sent back'], whatClosedByItself: ['到期自动验收', 'Accepted by itself when time was up'], whatRated: ['已评分', 'Rated'], whatUrged: ['催办', 'Reminded'], whatCancelled: ['已取消', 'Cancelled'], whatMerged: ['已合并', 'Merged'], whatOverdue: ['超时，已上报', 'Overdue, escalated'],
  complain: ['对这次维修有意见', 'Complain about this repair'],
} as const
export type RepairText = keyof typeof texts
