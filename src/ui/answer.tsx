import { Text, View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { Icon } from './icon'
import { handle, region } from './control'
import './answer.css'

interface Props {
  yes: boolean
  word: string
  why?: string | undefined
  id: string
  /** The next button, within reach of the thumb. */
  foot: ReactNode
}

/** The result of a scan, readable at arm's length in the dark: by colour, icon and word. */
export function BigAnswer({ yes, word, why, id, foot, children }: PropsWithChildren<Props>) {
  return (
    <View className={`answer ${yes ? 'answer-yes' : 'answer-no'}`} {...region('alert')} {...handle(id)}>
      <View className="answer-sign">
        <Icon name={yes ? 'check' : 'close'} big />
      </View>
      <Text className="answer-word">{word}</Text>
      {why ? <Text className="answer-why">{why}</Text> : null}
      {children}
      <View className="answer-foot">{foot}</View>
    </View>
  )
}
