/** Texts of the complaint pages. */
export const texts = {
  submitTitle: ['投诉与建议', 'Complain'], listTitle: ['我的投诉', 'My complaints'], queueTitle: ['投诉处理', 'Complaints'], oneTitle: ['投诉', 'Complaint'],
  promise: ['24 小时内受理，3 天内答复，办结前一定回访', 'Accepted within 24 hours, answered within 3 days, never closed without a call-back'],
  what: ['关于哪方面', 'What is it about?'], describe: ['请说说情况', 'What happened?'], describeHint: ['时间、地点、经过', 'When, where, and what'],
  where: ['地点', 'Where'], whereHint: ['如：3 号楼大堂', 'e.g. lobby of building 3'], charge: ['哪项收费', 'Which charge?'], chargeHint: ['如：11 月停车费', 'e.g. parking in November'],
  whom: ['关于哪位工作人员', 'Who is it about?'], someoneElse: ['不确定', 'Not sure'], personHint: ['本人看不到这条投诉', 'This person will not see it'],
  house: ['房屋', 'House'], anonymous: ['匿名', 'Without my name'], anonymousNo: ['留下姓名', 'With my name'], anonymousYes: ['匿名提交', 'Without my name'],
  anonymousHint: ['只有物业经理能查看您是谁，而且会留下记录。匿名投诉不发消息，请在“我的投诉”里查看进展', 'Only the manager can look up who you are, and that is recorded. No messages are sent; look for progress under “My complaints”'],
  voice: ['语音', 'Voice note'], voiceStart: ['录一段语音（最长 60 秒）', 'Record (60 s at most)'], voiceStop: ['正在录音 {n} 秒，点此结束', 'Recording {n} s: tap to end'], voiceLength: ['语音 {n} 秒', 'Voice note, {n} s'], voiceOff: ['删除', 'Remove'], voicePlay: ['播放语音 {n} 秒', 'Play {n} s'], voiceHalt: ['停止', 'Stop'], voiceFailed: ['语音没有传上去，请重试', 'It was not uploaded; please try again'], noMicrophone: ['不能使用麦克风，请在设置里允许', 'The microphone may not be used; please allow it'], historyTitle: ['这户以前的投诉', 'Earlier complaints of this house'], historyNone: ['没有其他投诉', 'No others'],
  send: ['提交', 'Send'], sent: ['已提交', 'Sent'], needCategory: ['请选择类别', 'Please choose a category'], needContent: ['请说说情况', 'Please say what happened'], waitPhotos: ['照片上传中…', 'Uploading photos…'],
  empty: ['没有投诉', 'No complaints'], emptyHint: ['有不满意的地方，请告诉我们', 'If something is not right, tell us'], queueEmpty: ['没有待处理的投诉', 'Nothing to handle'],
  queue: ['待处理', 'To handle'], callbacks: ['待回访', 'To call back'], anon: ['匿名', 'Anonymous'], left: ['还剩 {time}', '{time} left'], late: ['已超时 {time}', '{time} overdue'],
  next: ['接下来', 'Next'], nextBy: ['{what}，最晚 {time}', '{what}, by {time}'], about: ['关于', 'About'], from: ['投诉人', 'From'], outcome: ['处理结果', 'Outcome'], satisfied: ['满意度', 'Satisfaction'], progressTitle: ['进展', 'Progress'], again: ['重新处理过 {n} 次', 'Taken up again {n} times'],
  accept: ['受理', 'Accept'], progress: ['记录进展', 'Note progress'], resolve: ['处理完成', 'Answer it'], invalidate: ['不成立', 'Not upheld'], callBack: ['回访', 'Call back'], answer: ['评价处理结果', 'Rate the outcome'],
  reopen: ['没解决，重新处理', 'Not solved: take it up again'], withdraw: ['撤回', 'Withdraw'], reveal: ['查看匿名投诉人', 'Look up the author'], revealSure: ['查看会记入操作记录，只在必要时使用', 'This goes into the audit; use it only when you must'],
  remark: ['想补充的话', 'Anything to add'], callNote: ['住户怎么说', 'What they said'], keepIt: ['记录', 'Note it'], note: ['进展', 'Progress'], noteHint: ['住户能看到', 'The resident sees it'], outcomeHint: ['怎么处理的，结果如何', 'What was done, and the result'], reason: ['原因', 'Reason'], done: ['已记录', 'Noted'], withdrawSure: ['撤回后不再处理', 'It will not be handled any more'],
  callSheet: ['回访', 'Call back'], dial: ['拨打 {name}', 'Call {name}'], askThese: ['请问：事情解决了吗？我们做得怎么样？还有什么要改进？', 'Ask: is it solved? How did we do? What should be better?'], reached: ['打通了', 'Reached'], notReached: ['没打通', 'Not reached'],
  howSatisfied: ['住户满意吗', 'How satisfied are they?'], triedTimes: ['已拨 {n} 次未通，请换个时段再打', 'Tried {n} times; try another time of day'], askedInApp: ['已请住户在应用里评价', 'The resident is asked in the app'], bad: ['1–2 分会由经理重新处理', '1 or 2 brings it back to the manager'],
  answerTitle: ['处理得怎么样？', 'How was it handled?'], answerHint: ['您的评价就是回访，不用再等电话', 'Your answer counts as the call-back'],
} as const
export type ComplaintText = keyof typeof texts
