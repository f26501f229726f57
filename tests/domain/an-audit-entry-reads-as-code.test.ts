import { auditWords } from '@domain/desk/audit-words'
import { audits, sheets } from '@domain/services'

test('an entry reads as its service words it, in both languages', () => {
  expect(auditWords('parking.reject')).toBe(audits.parking.reject)
  expect(auditWords('desk.export.repairs')).toBe(sheets.repair.repairs)
  for (const texts of [...Object.values(audits), ...Object.values(sheets)])
    for (const text of Object.values<{ 'zh-CN': string; en: string }>(texts))
      expect([text['zh-CN'], text.en]).toEqual([
        expect.stringMatching(/\p{Script=Han}/u),
        expect.stringMatching(/[a-z]/),
      ])
})

test('a stored kind that no longer exists reads as it is stored', () => {
  expect(auditWords('gone.action')).toEqual({ 'zh-CN': 'gone.action', en: 'gone.action' })
})
