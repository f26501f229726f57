import { words } from '../kernel/words'

/** How the audit entries of the service read, by their kind. */
export const parkingAudit = {
  approve: words('通过车辆申请', 'Approved a vehicle'),
  reject: words('未通过车辆申请', 'Declined a vehicle'),
  end: words('结束车辆登记', 'Ended a permit'),
  reserve: words('预留或释放车位', 'Reserved or released a space'),
  importSpaces: words('导入车位', 'Imported spaces'),
  importVehicles: words('导入车辆', 'Imported vehicles'),
  export: words('导出车辆', 'Exported vehicles'),
}
