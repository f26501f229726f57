import { words } from '../kernel/words'

/** How the audit entries of the service read, by their kind. */
export const accountAudit = {
  decideBinding: words('审核房屋绑定', 'Decided a request to join'),
  unbind: words('解除房屋绑定', 'Ended a house membership'),
  bindingPhone: words('查看住户手机号', 'Viewed a resident’s phone number'),
  importHouses: words('导入房屋登记', 'Imported the register'),
  renewCode: words('更换房屋二维码', 'Replaced a house code'),
  grant: words('授予岗位', 'Assigned a post'),
  revoke: words('撤销岗位', 'Revoked a post'),
  updateSettings: words('修改小区设置', 'Changed the estate settings'),
}
