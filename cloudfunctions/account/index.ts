import { accountContract } from '@domain/account/contract'
import { serve } from '../_kit/serve'
import { decideBinding } from './decide-binding'
import { drawBuildingCode, drawHouseCode, renewCode } from './draw-codes'
import { readHousehold, saveHousehold } from './edit-household'
import { readSettings, updateSettings } from './edit-settings'
import { grantPost, listStaff, revokePost } from './edit-staff'
import { endBinding } from './end-binding'
import { eraseMe, exportMine } from './export-and-erase'
import { importHouses, importSheet } from './import-houses'
import { listBindings } from './list-bindings'
import { lookUpCode } from './look-up-code'
import { readPhone } from './read-phone'
import { readSession } from './read-session'
import { requestBinding } from './request-binding'
import { searchHouses } from './search-houses'
import { agreePrivacy, switchEstate, updateProfile } from './update-profile'

export const main = serve('account', accountContract, {
  session: readSession,
  updateProfile,
  agreePrivacy,
  switchEstate,
  lookupCode: lookUpCode,
  bind: requestBinding,
  bindings: listBindings,
  decideBinding,
  unbind: endBinding,
  bindingPhone: readPhone,
  houses: searchHouses,
  importHouses,
  importSheet,
  houseCode: drawHouseCode,
  renewCode,
  buildingCode: drawBuildingCode,
  household: readHousehold,
  saveHousehold,
  staff: listStaff,
  grant: grantPost,
  revoke: revokePost,
  settings: readSettings,
  updateSettings,
  exportMine,
  erase: eraseMe,
})
