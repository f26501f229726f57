import { View } from '@tarojs/components'

export default function Screen() {
  return <View>安邻</View>
}
