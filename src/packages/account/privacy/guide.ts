import { words } from '@domain/kernel/words'

/** The privacy guide, part by part. A change of what is kept, or for how long, changes it and its version. */
export const guide = [
  {
    title: words('我们保存什么', 'What we keep'),
    lines: [
      words(
        '您的微信标识、姓名、手机号，以及您与哪套房屋有关。',
        'Your WeChat ID, name, mobile number and which house you belong to.',
      ),
      words(
        '您提交的报修、照片、预约、评价，以及发给您的消息。',
        'The repair requests, photos, appointments and ratings you submit, and the messages sent to you.',
      ),
      words(
        '您邀请的访客的称呼、车牌、手机号，以及他们何时进出。',
        'For visitors you invite: the name you give them, their number plate and phone number, and when they come and go.',
      ),
      words(
        '您报名的活动、签到与评价。',
        'The events you sign up for, whether you checked in, and your ratings.',
      ),
      words(
        '您自愿填写的家庭信息，例如宠物、老人、免打扰时段。',
        'Household information that you choose to give, such as pets, elderly residents and quiet hours.',
      ),
    ],
  },
  {
    title: words('为了什么', 'What for'),
    lines: [
      words(
        '只用于物业服务：上门维修、门岗核验、通知与回访。不用于广告，不提供给他人。',
        'Only for property services: repairs, gate checks, notices and call-backs. Never for advertising, and never shared with anyone else.',
      ),
    ],
  },
  {
    title: words('使用手机的哪些功能', 'What we use on your phone'),
    lines: [
      words(
        '只在您点按时：扫码用相机，照片用相册，语音用麦克风，把活动加入日历；工作人员发布活动时在地图上选点。',
        'Only when you tap: the camera to scan codes, the album for photos, the microphone for voice notes, the calendar to add an event. Staff who publish an event choose a point on the map.',
      ),
    ],
  },
  {
    title: words('谁看得到', 'Who can see it'),
    lines: [
      words(
        '手机号默认隐藏中间四位。需要联系您的工作人员查看完整号码时，会留下记录，物业经理可以查阅。',
        'The middle four digits of phone numbers are hidden by default. When staff who need to call you view a full number, that is recorded, and the manager can check the record.',
      ),
      words('业委会只看到统计数字，看不到姓名。', 'The owners’ committee sees statistics only, no names.'),
    ],
  },
  {
    title: words('保存多久', 'How long we keep it'),
    lines: [
      words(
        '访客与出入记录 180 天（物业可调整）；消息 1 年；操作回执 7 天；租期结束，房屋绑定即失效；房屋维修记录随房屋保留，注销后不再与您有关。',
        'Visitor and gate records: 180 days (the estate can change this). Messages: one year. Receipts of requests: seven days. A tenant’s house membership ends with the lease. Repair records stay with the house, and are no longer linked to you once you delete your account.',
      ),
    ],
  },
  {
    title: words('您可以', 'What you can do'),
    lines: [
      words(
        '在“我的 · 我的数据”获取副本、注销并删除；在“我的房屋”解除绑定；随时关闭消息通知。',
        'Get a copy of your data or delete your account under “Me · My data”, leave a house under “My house”, and turn off messages at any time.',
      ),
    ],
  },
] as const
