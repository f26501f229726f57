import { Text, View } from '@tarojs/components'
import { Photos } from './photos'
import { region } from './control'
import './timeline.css'

export interface Step {
  key: string
  title: string
  when: string
  who?: string
  note?: string
  photos?: readonly string[]
  /** Stands out: something ran late. */
  late?: boolean
  /** Has not happened yet. */
  next?: boolean
}

/** A timeline: next steps and past events, the latest first. */
export function Timeline({ steps }: { steps: readonly Step[] }) {
  const now = steps.findIndex(step => !step.next)
  return (
    <View className="timeline" {...region('list')}>
      {steps.map((step, n) => (
        <View
          key={step.key}
          className={`step${n === now ? ' step-now' : ''}${step.next ? ' step-next' : ''}${step.late ? ' step-late' : ''}`}
          {...region('listitem')}
        >
          <View className="step-rail">
            <View className="step-dot" />
          </View>
          <View className="step-words">
            <Text className="step-title">{step.title}</Text>
            <Text className="step-when">{[step.when, step.who].filter(Boolean).join(' · ')}</Text>
            {step.note ? <Text className="step-note">{step.note}</Text> : null}
            {step.photos?.length ? <Photos urls={step.photos} /> : null}
          </View>
        </View>
      ))}
    </View>
  )
}
