/** Texts of the consultation: a house and the desk. */
export const texts = {
  threadTitle: ['问管家', 'Ask the butler'], listTitle: ['住户咨询', 'Questions'], promise: ['24 小时有人回复，一般 15 分钟内', 'Answered round the clock, as a rule within 15 minutes'],
  empty: ['有什么可以帮您？', 'How can we help?'], emptyHint: ['写下问题，或发一张照片', 'Write your question, or send a photo'], write: ['写消息', 'Write a message'], send: ['发送', 'Send'], sent: ['已发送', 'Sent'],
  older: ['更早的消息', 'Earlier messages'], waits: ['等待回复，{time} 前', 'waits for an answer, by {time}'], late: ['已超时 {time}', '{time} overdue'], handOver: ['交接班留言', 'Word for the next shift'], handOverHint: ['只有同事能看到', 'Only colleagues see it'], handed: ['交接', 'hand-over'],
  toRepair: ['转报修', 'Make a repair'], toComplaint: ['转投诉', 'Make a complaint'], what: ['类别', 'Category'], describe: ['内容', 'What it says'], make: ['提交', 'Send'], needCategory: ['请选择类别', 'Please choose a category'], photosKept: ['{n} 张照片一并提交', '{n} photos go along'], urgency: ['紧急程度', 'How urgent?'], madeRepair: ['已转为报修 {no}', 'Made a repair: {no}'], madeComplaint: ['已转为投诉 {no}', 'Made a complaint: {no}'],
  waiting: ['等待回复', 'Waiting'], all: ['全部', 'All'], listEmpty: ['没有等待回复的咨询', 'Nobody waits for an answer'], desk: ['管家 {name}', 'Butler {name}'], which: ['哪套房屋', 'Which house?'], waitPhotos: ['照片上传中…', 'Uploading…'],
} as const
