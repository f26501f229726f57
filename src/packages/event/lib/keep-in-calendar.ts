import Taro from '@tarojs/taro'
import { calendarFile, type CalendarEntry } from '@domain/event/calendar'
import { inBrowser } from '@/device/platform'

const seconds = (iso: string): number => Math.floor(Date.parse(iso) / 1000)
const hourSeconds = 3600

/**
 * Adds an event to the phone's calendar; in the browser, downloads a calendar file. False: the user does not
 * allow it; null: the user cancelled.
 */
export async function keepInCalendar(entry: CalendarEntry): Promise<boolean | null> {
  if (inBrowser) {
    save(calendarFile(entry, new Date()))
    return true
  }
  const { title, body, place, startsAt, endsAt } = entry
  try {
    await Taro.addPhoneCalendar({
      title,
      description: body,
      location: place,
      startTime: seconds(startsAt),
      endTime: String(seconds(endsAt)),
      alarm: true,
      alarmOffset: hourSeconds,
    })
    return true
  } catch (error) {
    return /cancel/i.test(String((error as { errMsg?: string }).errMsg)) ? null : false
  }
}

function save(file: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([file], { type: 'text/calendar;charset=utf-8' }))
  link.download = 'event.ics'
  link.click()
  URL.revokeObjectURL(link.href)
}
