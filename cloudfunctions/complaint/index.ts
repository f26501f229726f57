import { complaintContract } from '@domain/complaint/contract'
import { serve } from '../_kit/serve'
import { listHistory } from './list-history'
import { acceptComplaint, answerComplaint, callBack, closeComplaint, invalidateComplaint, noteProgress, reopenComplaint, resolveComplaint, withdrawComplaint } from './moves'
import { readContact, revealAuthor } from './read-author'
import { getComplaint, listComplaints, listPeople, readPromises } from './read-complaints'
import { submitComplaint } from './submit-complaint'

export const main = serve('complaint', complaintContract, {
  submit: submitComplaint,
  list: listComplaints,
  get: getComplaint,
  history: listHistory,
  people: listPeople,
  promises: readPromises,
  accept: acceptComplaint,
  progress: noteProgress,
  resolve: resolveComplaint,
  invalidate: invalidateComplaint,
  callBack,
  answer: answerComplaint,
  reopen: reopenComplaint,
  withdraw: withdrawComplaint,
  close: closeComplaint,
  contact: readContact,
  reveal: revealAuthor,
})
