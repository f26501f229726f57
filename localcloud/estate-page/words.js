/** The texts of the page in both languages. A text with a hole is a function. */
export const words = {
  'zh-CN': {
    intro:
      '小区物业服务小程序：每件报修由谁处理、何时办完，大家都看得见。下面四部手机在同一个小区，都可以直接操作。',
    other: 'English',
    try: '试一试',
    messages: '微信会送达的消息',
    time: '时间',
    messagesHint: '按微信规则，收信人须先在自己的手机上点“允许”，点一次只能收一条。',
    timeHint: '无需真的等待：先调快云函数的时钟，再运行定时任务，超时的工单会升级，到期的工单会自动关闭。',
    later: '快进到 8 天后',
    now: '回到现在',
    tick: '运行定时任务',
    none: '还没有消息。',
    reload: '刷新这部手机',
    alone: '在新标签页打开',
    clockAt: at => `小区时间：${at}`,
    ran: names => (names ? `已运行：${names}` : '没有定时任务'),
    failed: '操作未成功，请确认本地服务仍在运行。',
    steps: ['业主报修', '管家派单', '师傅完工', '业主验收'],
  },
  en: {
    intro:
      'Property services for a residential estate, as a WeChat mini-program. Everyone can see who is handling a repair and when it is due. These four phones belong to the same estate, and all of them work.',
    other: '中文',
    try: 'Try it',
    messages: 'Messages WeChat would have delivered',
    time: 'Time',
    messagesHint:
      'Under WeChat’s rules, users must first tap “Allow” on their own phone. Each tap allows one message.',
    timeHint:
      'No need to wait: move the functions’ clock forward, then run the timer. Overdue orders are escalated, and orders due to close are closed automatically.',
    later: 'Jump to 8 days from now',
    now: 'Back to the present',
    tick: 'Run the timer',
    none: 'No messages yet.',
    reload: 'Reload this phone',
    alone: 'Open in a new tab',
    clockAt: at => `Estate time: ${at}`,
    ran: names => (names ? `Ran: ${names}` : 'There are no timers'),
    failed: 'That did not work. Is the local server still running?',
    steps: [
      'A resident reports a repair',
      'The butler assigns it',
      'The technician completes the work',
      'The resident confirms it',
    ],
  },
}
