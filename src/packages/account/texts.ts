/** Texts of the pages about oneself and one's houses. */
export const texts = {
  bindTitle: ['绑定房屋', 'Join your house'], scan: ['扫描房屋二维码', 'Scan the house’s code'], scanHint: ['二维码在房屋登记单上，或向管家索取', 'The code is on your house’s sheet; your butler has it too'],
  code: ['房屋码', 'House code'], codeHint: ['粘贴二维码里的内容', 'Paste what the code holds'], useCode: ['下一步', 'Next'], badCode: ['这个码无效或已更换，请向管家索取新的', 'This code is not valid any more; ask your butler for the new one'],
  whichHouse: ['是哪一套', 'Which house?'], name: ['您的姓名', 'Your name'], phone: ['手机号', 'Mobile number'], phoneHint: ['与物业登记一致时，业主可立即通过', 'An owner whose number is registered is in at once'],
  wechatPhone: ['使用微信手机号', 'Use my WeChat number'], gotPhone: ['已取得微信手机号', 'We have your WeChat number'], relation: ['您是', 'You are'], until: ['租期到', 'The lease ends'], chooseDay: ['选择日期', 'Choose a day'],
  agree: ['我已阅读并同意隐私保护指引', 'I have read and agree to the privacy guide'], readGuide: ['查看隐私保护指引', 'Read the privacy guide'], needAgree: ['请先同意隐私保护指引', 'Please agree to the privacy guide first'],
  needName: ['请填写姓名', 'Please give your name'], needPhone: ['请填写 11 位手机号', 'Please give an 11-digit mobile number'], needRelation: ['请选择您的身份', 'Please choose'], needUntil: ['请选择租期结束日', 'Please choose the end of the lease'], needHouse: ['请选择房屋', 'Please choose the house'],
  send: ['提交', 'Send'], doneTitle: ['已绑定 {code} 号房屋', 'You are in: house {code}'], doneHint: ['现在可以报修、邀请访客了', 'You can use every service now'], waitTitle: ['已提交，等待确认', 'Sent, waiting for a yes'],
  waitOwner: ['业主', 'the owner'], waitButler: ['管家', 'the butler'], waitFor: ['还需要{who}确认，通过后会通知您', 'We still need a yes from {who}; we will tell you'], and: ['和', ' and '], home: ['回到首页', 'Go home'],

  houseTitle: ['我的房屋', 'My house'], requests: ['等您确认', 'Waiting for your yes'], approve: ['同意', 'Yes'], refuse: ['不同意', 'No'], whyNot: ['原因', 'Why not'], members: ['住在这里的人', 'Who lives here'], remove: ['移出', 'Remove'], leave: ['解除我的绑定', 'Leave this house'],
  reallyRemove: ['确定将{name}移出这套房屋？', 'Remove {name} from the house?'], reallyLeave: ['确定解除与这套房屋的绑定？', 'Leave this house?'], removed: ['已解除', 'Done'], leaseEnds: ['租期到 {day}', 'Lease ends {day}'], decided: ['已处理', 'Done'], typedPhone: ['手机号为手动填写', 'The number was typed'],
  profile: ['家庭信息', 'Household'], profileHint: ['自愿填写，只有管家看得到，用来更好地为您服务', 'By choice. Only your butler sees it, to serve you better'], preferences: ['生活习惯与偏好', 'Preferences'], preferencesHint: ['如：快递放门口，进门请换鞋', 'e.g. leave parcels at the door, shoes off'],
  pets: ['宠物', 'Pets'], petsHint: ['如：一只怕生的猫', 'e.g. a shy cat'], elderly: ['家有老人', 'Elderly at home'], children: ['家有儿童', 'Children at home'], languages: ['使用的语言', 'Languages'], quiet: ['免打扰时段', 'Quiet hours'], quietHint: ['这段时间不发微信通知（紧急事项除外），消息仍在收件箱', 'No WeChat messages then, except urgent ones; the inbox has them'], from: ['从', 'From'], to: ['到', 'To'],
  yes: ['有', 'Yes'], no: ['没有', 'No'], quietOn: ['开启', 'On'], quietOff: ['关闭', 'Off'], zh: ['中文', 'Chinese'], en: ['英语', 'English'], ja: ['日语', 'Japanese'], ko: ['韩语', 'Korean'], other: ['其他', 'Other'], saved: ['已保存', 'Saved'], save: ['保存', 'Save'], noMembers: ['还没有其他人', 'Nobody else yet'],

  dataTitle: ['我的数据', 'My data'], copyHint: ['您在安邻的全部资料：个人信息、房屋、报修、消息', 'All that is kept about you: your person, houses, repairs, messages'], getCopy: ['获取一份副本', 'Get a copy'], copied: ['已复制，可粘贴保存', 'Copied; paste it to keep it'], counted: ['共 {n} 条记录', '{n} records'],
  eraseTitle: ['注销并删除', 'Erase me'], eraseHint: ['删除您的姓名、电话、消息和房屋绑定。小区必须保留的记录（例如修过什么）会留下，但不再与您有关。无法恢复。', 'Deletes your name, phone, messages and houses. What the estate has to keep (that something was repaired) stays without you. It cannot be undone.'], erase: ['注销账号', 'Erase my account'], eraseSure: ['我明白无法恢复，确定注销', 'I understand; erase me'], erased: ['已注销', 'Erased'], keep: ['不注销', 'Keep my account'],
  privacyTitle: ['隐私保护指引', 'Privacy guide'],
} as const
export type AccountText = keyof typeof texts
