import { View } from '@tarojs/components'

export type IconName =
  | 'home' | 'wrench' | 'bell' | 'user' | 'check' | 'alert' | 'clock' | 'phone' | 'camera' | 'close' | 'next' | 'back' | 'star' | 'offline'
  | 'building' | 'list' | 'plus' | 'bolt' | 'flag' | 'merge' | 'quote' | 'pin' | 'dot' | 'calendar' | 'megaphone' | 'ballot' | 'erase' | 'car'
  | 'water' | 'drain' | 'electric' | 'gas' | 'lock' | 'window' | 'heating' | 'appliance' | 'wall' | 'lift' | 'lighting' | 'network' | 'other'

/** A picture beside words, never instead of them: hidden from screen readers. */
export function Icon({ name, big }: { name: IconName; big?: boolean }) {
  return <View className={`icon i-${name}${big ? ' icon-big' : ''}`} aria-hidden='true' />
}
