import { View } from '@tarojs/components'
import { region } from './control'
import './share-bar.css'

export interface Part {
  value: number
  /** `main`: what it is about; `soft`: still to come; `bad`: gone wrong; `edge`: everything else. */
  look: 'main' | 'soft' | 'bad' | 'edge'
}

/** Percent, to one decimal; of nothing: 0. */
export const percentOf = (value: number, of: number): number =>
  of === 0 ? 0 : Math.round((1000 * value) / of) / 10

/** A whole as a bar and its parts on it, with what it says in words for those who do not see it. */
export function ShareBar({ parts, of, label }: { parts: readonly Part[]; of: number; label: string }) {
  return (
    <View className="share" {...region('img', label)}>
      {parts.map(({ value, look }) =>
        value > 0 ? (
          <View
            key={look}
            className={`share-part share-${look}`}
            style={{ width: `${percentOf(value, of)}%` }}
          />
        ) : null,
      )}
    </View>
  )
}
