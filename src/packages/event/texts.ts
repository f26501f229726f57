/** Texts of the event pages. */
export const texts = {
  listTitle: ['活动', 'Events'], eventTitle: ['活动', 'Event'], newTitle: ['发布活动', 'New event'], editTitle: ['编辑活动', 'Edit event'], rosterTitle: ['报名名单', 'Who is coming'], checkTitle: ['扫码签到', 'Check in'], doorTitle: ['活动签到', 'Check in'], posterTitle: ['门口签到码', 'Code for the door'],
  upcoming: ['近期', 'Upcoming'], mine: ['我报名的', 'Mine'], past: ['往期', 'Past'], upcomingEmpty: ['近期还没有活动', 'Nothing is planned yet'], mineEmpty: ['您还没有报名活动', 'You have not signed up for anything'], pastEmpty: ['还没有办过活动', 'Nothing has taken place yet'],
  emptyHint: ['新活动会出现在这里和“消息”里', 'New events appear here and under Messages'], publish: ['发布活动', 'Publish an event'],
  gone: ['看不到这个活动', 'This event cannot be seen'], goneHint: ['它可能只面向部分住户，或者已经不在了', 'It may be for other residents, or is not there any more'], allEvents: ['看看其他活动', 'See other events'],

  seatsLeft: ['还有 {n} 个名额', '{n} seats left'], seatLeft: ['还有 1 个名额', '1 seat left'], full: ['已满，可候补', 'Full, with a waiting list'], fullWaiting: ['已满，可候补（{n} 人候补中）', 'Full, {n} on the waiting list'], nobodyMore: ['名额已满', 'Full'],
  ofSeats: ['共 {n} 个', '{n} in all'], perHouseMost: ['每户最多 {n} 人', '{n} a house at most'], rated: ['{stars} 分 · {n} 人评价', '{stars} of 5 · {n} ratings'], ratedOne: ['{stars} 分 · 1 人评价', '{stars} of 5 · 1 rating'],
  peopleN: ['{n} 人', '{n} people'], personOne: ['1 人', '1 person'], checkedIn: ['已签到', 'Checked in'],
  cancelledWhy: ['活动已取消：{reason}', 'Cancelled: {reason}'], cancelled: ['活动已取消', 'This event is cancelled'],

  addCalendar: ['加入日历', 'Add to my calendar'], inCalendar: ['已加入手机日历', 'Added to your calendar'], noCalendar: ['没有加入。请在小程序设置里允许使用日历', 'Not added. Please allow the calendar in the settings of the mini-program'], openMap: ['打开地图', 'Open the map'],
  about: ['活动介绍', 'About'], signUpUntil: ['报名截止', 'Sign-up'], by: ['{time} 前', 'until {time}'], left: ['还剩 {time}', '{time} left'], over: ['已截止', 'over'],
  whichHouse: ['为哪套房屋报名', 'For which house?'], howMany: ['几人参加', 'How many?'], fewer: ['少一人', 'One fewer'], more: ['多一人', 'One more'], signUp: ['报名', 'Sign up'], joinLine: ['加入候补', 'Join the waiting list'],
  tooFew: ['现有名额不够 {n} 人，可先候补', 'Not enough seats for {n}: you join the waiting list'], tooFewOne: ['名额已满，可先候补', 'It is full: you join the waiting list'], signedUp: ['报名成功', 'You are signed up'], inLine: ['已加入候补', 'You are on the waiting list'],
  myCode: ['我的签到码', 'My code'], showCode: ['到场时出示给工作人员', 'Show it at the door'], scanDoor: ['扫门口的码签到', 'Scan the code at the door'], checkedInAt: ['{time} 已签到', 'Checked in {time}'], noDoor: ['这不是活动门口的签到码', 'This is not the code of an event’s door'],
  position: ['候补第 {n} 位', 'No. {n} on the waiting list'], positionHint: ['有空出的名额会立即通知您，并为您保留 12 小时', 'You are told when seats are free, and they are held for you for 12 hours'],
  askHold: ['有名额了，请确认', 'A seat is held for you: please confirm'], held: ['名额为您保留', 'Held for you'], heldHint: ['到时没有确认，名额会让给下一位', 'If you do not confirm in time, the seats go to the next in line'], confirmHold: ['确认参加', 'Confirm, I am coming'], confirmed: ['已确认，期待您来', 'Confirmed: see you there'],
  withdraw: ['取消报名', 'Withdraw'], giveUp: ['不参加了', 'I am not coming'], leaveLine: ['退出候补', 'Leave the waiting list'], withdrawSure: ['您的名额会马上让给候补的邻居。想再参加，需要重新报名。', 'Your seats go to neighbours on the waiting list at once. To come after all you would have to sign up again.'], leaveSure: ['您会失去现在的候补位置。', 'You lose your place in the line.'], keep: ['再想想', 'Keep it'], withdrawn: ['已取消报名', 'You have withdrawn'],

  rateTitle: ['这次活动怎么样？', 'How was it?'], rateHint: ['点星即提交，想说的话请先写', 'A tap on a star sends it; write first if you want to add a word'], rateLine: ['想说的话', 'A word about it'], yourStars: ['您的评价', 'Your rating'], thanks: ['谢谢您的评价', 'Thank you'], moments: ['现场照片', 'Photos'], comments: ['住户留言', 'What was written'],

  desk: ['管理', 'For the desk'], comingN: ['报名', 'coming'], cameN: ['已到', 'came'], waitingN: ['候补', 'waiting'], heldN: ['待确认', 'held'],
  edit: ['编辑', 'Edit'], release: ['发布', 'Publish'], released: ['已发布', 'It is published'], push: ['推送通知', 'Tell people'], pushFor: ['面向{audience}', 'To: {audience}'], roster: ['报名名单', 'Who is coming'], rosterHint: ['查看、签到、导出', 'See, check in, export'], checkIn: ['扫码签到', 'Scan and check in'], checkInHint: ['扫住户的签到码', 'Scan the codes of those who come'], poster: ['门口签到码', 'Code for the door'], posterHint: ['打印后住户自己扫码签到', 'Print it, and residents check themselves in'], addPhotos: ['添加照片', 'Add photos'], addPhotosHint: ['让没来的邻居也看看', 'For those who could not come'], again: ['照这次再办', 'Again, as this time'], againHint: ['内容照旧，日期顺延到将来', 'The same, on a day to come'], cancelIt: ['取消活动', 'Cancel the event'],
  dropDraft: ['删除草稿', 'Drop the draft'], dropSure: ['草稿会作废，住户没有看到过它。', 'The draft is dropped. No resident has seen it.'], cancelSure: ['已报名和候补的人都会收到通知。', 'Everybody who has signed up or waits is told.'], reason: ['原因', 'Reason'], reasonHint: ['如：当天有雨', 'e.g. rain is forecast'], cancelDone: ['活动已取消', 'The event is cancelled'], dropped: ['草稿已作废', 'The draft is dropped'],
  message: ['附言', 'Message'], messageHint: ['不写就发时间、地点和报名截止', 'Without one: when, where, and until when'], doPush: ['推送', 'Send'],
  photosAdded: ['照片已添加', 'The photos are added'], waitPhotos: ['照片上传中…', 'Uploading photos…'],

  restored: ['上次没有提交的内容还在', 'What you did not send last time is still here'], startOver: ['重新开始', 'Start over'], name: ['活动名称', 'Name'], nameHint: ['如：邻里晚餐', 'e.g. Neighbours’ dinner'], body: ['活动介绍', 'About it'], bodyHint: ['做什么，要带什么，适合谁', 'What happens, what to bring, for whom'], where: ['地点', 'Place'], whereHint: ['如：会所一楼', 'e.g. clubhouse, ground floor'], chooseMap: ['在地图上选点', 'Choose on the map'], onMap: ['已选好地图位置', 'A point on the map is chosen'], offMap: ['去掉', 'Remove'],
  addEnglish: ['添加英文', 'Add English'], nameEn: ['英文名称', 'Name in English'], bodyEn: ['英文介绍', 'About it in English'], whereEn: ['英文地点', 'Place in English'],
  starts: ['开始', 'Begins'], ends: ['结束', 'Ends'], until: ['报名截止', 'Sign-up until'], date: ['日期', 'date'], time: ['时间', 'time'], capacity: ['名额', 'Seats'], capacityHint: ['如 50', 'e.g. 50'], perHouse: ['每户最多', 'Most per house'], perHouseHint: ['不限', 'no limit'], partyMost: ['一次最多报', 'Most at once'],
  cover: ['封面照片', 'Cover'],
  saveDraft: ['存为草稿', 'Save as draft'], doPublish: ['发布', 'Publish'], save: ['保存', 'Save'], draftSaved: ['草稿已保存', 'The draft is saved'], published: ['已发布', 'Published'], saved: ['已保存', 'Saved'],
  needName: ['请填写活动名称', 'Please give it a name'], needBody: ['请介绍一下活动', 'Please say what it is about'], needWhere: ['请填写地点', 'Please say where'], needCapacity: ['名额应为 1 到 1000', '1 to 1000'], needPerHouse: ['应为 1 到 20，或不填', '1 to 20, or nothing'], needParty: ['应为 1 到 20', '1 to 20'], overSeats: ['不能多于名额', 'Not more than there are seats'], overHouse: ['不能多于每户最多', 'Not more than a house has'], endsEarly: ['结束要晚于开始', 'It has to end after it begins'], startsPast: ['开始时间已经过去', 'This time is past'], startsFar: ['最多提前 2 年', 'At most 2 years ahead'], endsPast: ['结束时间已经过去', 'This time is past'], endsFar: ['活动最长 31 天', 'At most 31 days after it begins'], untilLate: ['报名截止不能晚于结束', 'Not after the end of the event'], untilPast: ['报名截止已经过去', 'This time is past'], needAudience: ['请选择对象', 'Please choose for whom'],

  find: ['找姓名或房号', 'Find a name or a house'], nobody: ['还没有人报名', 'Nobody has signed up yet'], notFound: ['没有这个人', 'Nobody like that'], seated: ['已报名', 'Signed up'], holding: ['名额待确认', 'To confirm'], inTheLine: ['候补', 'Waiting'], export: ['导出表格', 'Export'], exported: ['表格已生成', 'The sheet is ready'], tapName: ['点姓名签到', 'Tap a name to check in'], checkInOne: ['为 {name} 签到', 'Check in {name}'], checkInSure: ['签到后不能撤回。', 'This cannot be taken back.'], done: ['签到', 'Check in'], noName: ['（已注销）', '(gone)'], showMore: ['再显示 {n} 人', 'Show {n} more'],

  scan: ['扫一扫', 'Scan'], scanNext: ['扫下一个', 'Next'], finish: ['完成', 'Done'], welcome: ['欢迎', 'Welcome'], notIn: ['请稍等', 'Wait'], unreadable: ['没有读出码，请靠近一点再扫', 'No code could be read; hold it closer'], notACode: ['这不是活动签到码', 'This is not a code for checking in'], cameOf: ['已到 {came} / {coming} 人', '{came} of {coming} are here'], byName: ['按名单签到', 'Check in by name'], house: ['{code} 号房屋', 'House {code}'],

  findDoor: ['请扫门口的签到码', 'Scan the code at the door'], findDoorHint: ['活动现场门口贴有签到码', 'It hangs at the entrance'], badDoor: ['这个码打不开活动', 'This code leads to no event'], badDoorHint: ['活动可能只面向部分住户，请问现场的工作人员', 'It may be for other residents; please ask at the desk'], here: ['我到了', 'I am here'], enjoy: ['祝您玩得开心', 'Enjoy yourself'], notSignedUp: ['您还没有报名', 'You have not signed up'], seeEvent: ['查看活动', 'See the event'], noSeatYet: ['您的名额还没有确认', 'You have no confirmed seat yet'],

  print: ['打印', 'Print'], longPress: ['长按图片可保存或转发', 'Press and hold the picture to save or send it'], scanToCheckIn: ['微信扫码签到', 'Scan with WeChat to check in'],
} as const
export type EventText = keyof typeof texts
