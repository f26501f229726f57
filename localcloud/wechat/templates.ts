/** A subscribe-message template as it is registered with WeChat: each keyword's name begins with its value type. */
export interface Template { id: string; title: string; keywords: string[] }

export const templates: Template[] = [
  { id: 'repair-progress', title: '报修进度提醒', keywords: ['character_string1', 'thing2', 'phrase3', 'time4', 'thing5'] },
]
