import type { Demonstrate } from '../call'
import { inDays } from '../times'

/** A pinned notice for the estate, one for a building and one for the guards. */
export const demonstrate: Demonstrate = async call => {
  await call('demo-butler', 'notice', 'publish', {
    title: '周四上午停水检修',
    titleEn: 'No water on Thursday morning',
    body: '周四 9:00–11:30 更换一期加压泵，期间全区停水，请提前储水。\n有需要送水上门的住户请联系管家。',
    bodyEn:
      'The booster pump of phase one will be replaced on Thursday from 9:00 to 11:30. The water will be off across the estate, so please store what you need.\nContact your butler if you would like water delivered to your door.',
    audience: { kind: 'estate' },
    pin: true,
    until: inDays(5),
  })
  await call('demo-butler', 'notice', 'publish', {
    title: '44 号楼电梯年检',
    titleEn: 'Lift inspection in building 44',
    body: '明天下午 2 点至 4 点电梯停用。',
    bodyEn: 'The lift is out of service tomorrow from 2 to 4 pm.',
    audience: { kind: 'buildings', ids: ['44'] },
  })
  await call('demo-manager', 'notice', 'publish', {
    title: '本周夜班调整',
    body: '周五起南门夜班提前到 21:30 交接。',
    audience: { kind: 'roles', ids: ['guard'] },
  })
}
