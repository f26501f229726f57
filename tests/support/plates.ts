/** Plates of every form that there is, each with its kind; GA 36-2018 and the new-energy plates in use. */
export const real: [string, string][] = [
  ['鲁F12345', 'ordinary'], ['京A8B9C7', 'ordinary'], ['苏E0HN88', 'ordinary'], ['沪C99999', 'ordinary'], ['琼A00001', 'ordinary'], ['新O12345', 'ordinary'],
  ['鲁FD12345', 'newEnergy'], ['鲁FF12345', 'newEnergy'], ['京AA12345', 'newEnergy'], ['粤BK12345', 'newEnergy'], ['沪ADB1234', 'newEnergy'], ['鲁F12345D', 'newEnergy'], ['川A12345K', 'newEnergy'],
  ['粤Z1234港', 'border'], ['粤ZAB12澳', 'border'], ['鲁F1234警', 'police'], ['鲁FA123警', 'police'], ['鲁F1234挂', 'trailer'], ['鲁FX12Y挂', 'trailer'], ['鲁F1234学', 'learner'],
  ['使123456', 'diplomatic'], ['123456使', 'diplomatic'], ['沪A1234领', 'consular'],
]
/** What looks like one and is none. */
export const unreal = [
  '', '鲁', 'F12345', '鲁F1234', '鲁F123456', '鲁FI2345', '鲁FO2345', '台A12345', '鲁112345', '鲁FL12345', '鲁F12345L', '鲁F1234使', '鲁F12D45D', '使12345', '使1234567', '12345使', '粤Z1234中',
  '鲁F１２３４５', 'ABC1234', '鲁F12345 ', '鲁f12345', '沪AB123领',
]
