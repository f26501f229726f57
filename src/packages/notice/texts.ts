/** Texts of the notice pages. */
export const texts = {
  noticeTitle: ['公告', 'Notice'], boardTitle: ['公告', 'Notices'], publishTitle: ['发布公告', 'Publish a notice'], pushTitle: ['微信通知进度', 'Messages on their way'], receiptsTitle: ['谁读了', 'Who has read it'],
  pinned: ['置顶', 'Pinned'], over: ['已过期', 'Over'], withdrawn: ['已收回', 'Taken back'], event: ['活动', 'Event'], survey: ['投票', 'Vote'],
  validUntil: ['有效期到 {time}', 'Valid until {time}'], seePicture: ['查看第 {n} 张图片', 'See picture {n}'], seeEvent: ['看活动，报名', 'See the event'], seeSurvey: ['去投票、看结果', 'Vote, or see the result'],

  forWhom: ['发给', 'For'], delivery: ['阅读情况', 'Read so far'], readHouses: ['已读 {read} / {of} 户', 'Read by {read} of {of} houses'], readPeople: ['已读 {read} / {of} 人', 'Read by {read} of {of} people'], seeReceipts: ['看谁读了', 'See who'],
  remind: ['提醒未读', 'Remind'], remindSure: ['只发给还没读的{who}；同一户有人读过，就不再打扰', 'Goes only to those who have not read it; a house in which somebody has is left alone'], remindReach: ['在全部对象中', 'Among all it is for'], remindSend: ['发送提醒', 'Send the reminder'], houses: ['住户', 'houses'], people: ['人', 'people'],
  pushes: ['微信通知', 'WeChat messages'], pushFirst: ['发布时的通知', 'With the notice'], pushAgain: ['提醒', 'Reminder'], noPush: ['没有发微信，只在消息里', 'Not sent to WeChat, inbox only'],
  pin: ['置顶', 'Pin it'], unpin: ['取消置顶', 'Unpin it'], pinDone: ['已置顶', 'Pinned'], unpinDone: ['已取消置顶', 'Unpinned'],
  withdraw: ['收回公告', 'Take it back'], withdrawSure: ['收回后，所有人的消息里不再有这条公告，还没发出的微信也不再发。已经读过的收不回来', 'It leaves every inbox, and messages not yet sent are stopped. What has been read cannot be unread'], withdrawDone: ['已收回', 'Taken back'],

  boardEmpty: ['还没有公告', 'No notices yet'], boardEmptyHint: ['点下方“发布公告”，选好对象就能发', 'Tap “Publish a notice”, choose for whom, and send it'], tabNotices: ['公告', 'Notices'], tabPushes: ['微信通知', 'Messages'], pushesEmpty: ['还没有发过微信通知', 'No messages sent yet'], pushesEmptyHint: ['发布公告时选择“发微信”', 'Choose to send one when you publish a notice'],

  title: ['标题', 'Title'], titleHint: ['如：11 月 28 日停水通知', 'e.g. Water off on 28 November'], body: ['正文', 'Text'], bodyHint: ['何时、何地、影响谁、怎么办', 'When, where, who is affected, what to do'],
  titleEn: ['英文标题', 'Title in English'], bodyEn: ['英文正文', 'Text in English'], pictures: ['图片', 'Pictures'], until: ['有效期', 'Until when'], untilHint: ['过期后从消息里消失', 'After that it leaves the inboxes'], pinLabel: ['置顶', 'Pinned'], pinNo: ['不置顶', 'No'], pinYes: ['置顶', 'On top'],
  needTitle: ['请填写标题', 'Please give it a title'], needBody: ['请填写正文', 'Please write the text'], needTitleEn: ['请填写英文标题，或去掉英文', 'Please give the English title, or leave English out'], needBodyEn: ['请填写英文正文，或去掉英文', 'Please write the English text, or leave English out'], needAudience: ['请选择对象', 'Please choose for whom'], untilPassed: ['日期已过', 'That day has passed'],
  look: ['预览并发布', 'Preview and publish'],
  publish: ['发布', 'Publish'], published: ['已发布', 'Published'], waitPhotos: ['图片上传中…', 'Uploading pictures…'],

  starting: ['正在开始', 'Starting'], startingHint: ['几秒后显示进度', 'Progress shows within seconds'], listing: ['正在列出名单，已有 {n} 人', 'Listing people, {n} so far'], sending: ['正在发送', 'Sending'], done: ['已完成', 'Done'],
  goesOn: ['{time} 继续：有住户设了免打扰时段，到时再发', 'Goes on {time}: some houses have quiet hours until then'], settled: ['{n} / {total} 人已有结果', '{n} of {total} people settled'], nobody: ['没有要通知的人', 'Nobody to tell'],
  sent: ['已送达', 'Told'], sentMeans: ['微信已收下这条消息', 'WeChat has taken the message'], refused: ['未允许', 'Not agreed'], refusedMeans: ['没有允许通知或次数用完；仍能在消息里看到', 'No message allowed, or none left; it is in their inbox'],
  failed: ['失败', 'Failed'], failedMeans: ['发送出了问题；为免重复打扰，不再重发', 'Something went wrong; not sent again, so that nobody is told twice'], left: ['待发送', 'Still to go'], leftMeans: ['还没轮到，或在等免打扰时段过去', 'Not their turn yet, or quiet hours'],
  people1: ['逐人查看', 'Person by person'], toldNobody: ['没有人', 'Nobody'], erased: ['已注销', 'Erased'], seeNotice: ['查看公告', 'See the notice'],

  read: ['已读', 'Read'], unread: ['未读', 'Not yet'], absent: ['无人绑定', 'Nobody joined'], all: ['全部', 'All'], receiptsNone: ['没有符合的', 'None of these'],
} as const
export type NoticeText = keyof typeof texts
