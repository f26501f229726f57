import { triesKept, type Person } from './records'

/** A person on their first visit: no house, no post, Chinese until they choose another language. */
export const newPerson = (openid: string): Person => ({
  _id: openid,
  estateId: null,
  name: '',
  phone: '',
  lang: 'zh-CN',
  largeText: false,
  houses: [],
  houseKeys: [],
  posts: [],
  postKeys: [],
  addresses: [],
  unread: 0,
  quota: {},
  marks: [],
  tries: Array<string>(triesKept).fill(''),
  waits: false,
  privacy: null,
})
