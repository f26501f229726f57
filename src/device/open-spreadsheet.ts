import Taro from '@tarojs/taro'
import { inBrowser } from './platform'

/** Shows a stored spreadsheet: the browser saves it, WeChat opens it, from where it can be sent on. */
export async function openSpreadsheet(address: string): Promise<void> {
  if (inBrowser) {
    window.open(address)
    return
  }
  const { tempFilePath } = await Taro.downloadFile({ url: address })
  await Taro.openDocument({ filePath: tempFilePath, fileType: 'xlsx', showMenu: true })
}
