import { repairContract } from '@domain/repair/contract'
import { serve } from '../_kit/serve'
import { acceptOrder } from './accept-order'
import { assignOrder } from './assign-order'
import { cancelOrder } from './cancel-order'
import { createOrder } from './create-order'
import { decideQuote } from './decide-quote'
import { finishWork } from './finish-work'
import { getOrder } from './get-order'
import { grabOrder } from './grab-order'
import { listOrders } from './list-orders'
import { listSimilarOrders } from './list-similar-orders'
import { listTechnicians } from './list-technicians'
import { mergeOrder } from './merge-order'
import { quoteOrder } from './quote-order'
import { rateWork } from './rate-work'
import { readContact } from './read-contact'
import { readHouseRecord } from './read-house-record'
import { startWork } from './start-work'
import { urgeOrder } from './urge-order'
import { verifyWork } from './verify-work'

export const main = serve('repair', repairContract, {
  create: createOrder,
  list: listOrders,
  get: getOrder,
  similar: listSimilarOrders,
  house: readHouseRecord,
  accept: acceptOrder,
  assign: assignOrder,
  grab: grabOrder,
  start: startWork,
  quote: quoteOrder,
  decideQuote,
  finish: finishWork,
  verify: verifyWork,
  rate: rateWork,
  urge: urgeOrder,
  cancel: cancelOrder,
  merge: mergeOrder,
  technicians: listTechnicians,
  contact: readContact,
})
