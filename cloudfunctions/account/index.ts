import { accountContract } from '@domain/account/contract'
import { serve } from '../_kit/serve'
import { buildingCode, houseCode, renewCode } from './code-pictures'
import { decideBinding } from './decide-binding'
import { endBinding } from './end-binding'
import { readSettings, updateSettings } from './estate-settings'
import { readHousehold, saveHousehold } from './household'
import { importHouses, importSheet } from './import-houses'
import { listBindings } from './list-bindings'
import { lookUpCode } from './look-up-code'
import { eraseMe, exportMine } from './my-data'
import { readPhone } from './read-phone'
import { requestBinding } from './request-binding'
import { searchHouses } from './search-houses'
import { session } from './session'
import { grantPost, listStaff, revokePost } from './staff'
import { agreePrivacy, switchEstate, updateProfile } from './update-profile'

export const main = serve('account', accountContract, {
  session,
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
  houseCode,
  renewCode,
  buildingCode,
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
