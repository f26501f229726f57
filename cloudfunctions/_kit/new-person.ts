import { triesKept, type Person } from './records'

/** Somebody who has just come: no house, no post, Chinese until they say otherwise. */
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
