import { View } from '@tarojs/components'
import { region } from './control'
import './share-bar.css'

export interface Part {
  value: number
  /** `main`: the share itself; `soft`: still to come; `bad`: failed; `edge`: everything else. */
  look: 'main' | 'soft' | 'bad' | 'edge'
}

/** Percent, to one decimal; 0 when the whole is 0. */
export const percentOf = (value: number, of: number): number =>
  of === 0 ? 0 : Math.round((1000 * value) / of) / 10

/** A bar divided into parts, with a text for screen readers. */
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
