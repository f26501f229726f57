import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { upload } from '@/cloud/client'
import type { Picked } from '@/device/picked'
import { Button, Label } from '@/ui'
import { inBrowser, toast } from '@/device/platform'
import { useTexts } from './texts'

/** A stored voice note; `path` plays it on this phone until the record does. */
export interface Voice {
  fileID: string
  seconds: number
  path?: string
}
/** A voice note is a minute at most. */
const mostSeconds = 60
interface Recorder {
  stop(): Promise<Picked>
}

/**
 * Starts recording and returns a recorder that gives the note when it stops. Throws without microphone
 * access.
 */
async function record(): Promise<Recorder> {
  if (inBrowser) return recordInBrowser()
  const manager = Taro.getRecorderManager()
  const done = new Promise<Picked>((resolve, reject) => {
    manager.onStop(({ tempFilePath }) => resolve({ path: tempFilePath, name: 'voice.mp3' }))
    manager.onError(() => reject(new Error('record')))
  })
  manager.start({ duration: mostSeconds * 1000, format: 'mp3' })
  return {
    stop: () => {
      manager.stop()
      return done
    },
  }
}

async function recordInBrowser(): Promise<Recorder> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const recorder = new MediaRecorder(stream)
  const pieces: Blob[] = []
  recorder.ondataavailable = ({ data }) => pieces.push(data)
  recorder.start()
  return {
    stop: () =>
      new Promise(resolve => {
        recorder.onstop = () => {
          for (const track of stream.getTracks()) track.stop()
          const blob = new Blob(pieces, { type: recorder.mimeType })
          resolve({ path: URL.createObjectURL(blob), blob, name: 'voice.webm' })
        }
        recorder.stop()
      }),
  }
}

interface VoiceProps {
  value: Voice | null
  onChange: (voice: Voice | null) => void
  /** Reports whether a note is being recorded or stored, so that sending can wait for it. */
  onBusy: (busy: boolean) => void
}

/** A voice note instead of a text: one tap starts it, the next ends it. */
export function VoiceField({ value, onChange, onBusy }: VoiceProps) {
  const t = useTexts()
  const [seconds, setSeconds] = useState<number>()
  const recorder = useRef<Recorder>()
  const began = useRef(0)
  const [saving, setSaving] = useState(false)
  const isBusy = saving || seconds !== undefined
  const latest = useRef({ onBusy, stop })
  latest.current = { onBusy, stop }
  useEffect(() => latest.current.onBusy(isBusy), [isBusy])
  // Recording ends when the resident leaves the page.
  useEffect(
    () => () => {
      void recorder.current?.stop()
    },
    [],
  )
  async function stop() {
    const under = recorder.current
    if (!under) return
    recorder.current = undefined
    const length = Math.max(1, Math.min(mostSeconds, Math.round((Date.now() - began.current) / 1000)))
    setSeconds(undefined)
    setSaving(true)
    try {
      const picked = await under.stop()
      onChange({ fileID: await upload(picked), seconds: length, path: picked.path })
    } catch {
      toast(t('voiceFailed'))
    } finally {
      setSaving(false)
    }
  }
  const start = async () => {
    try {
      recorder.current = await record()
      began.current = Date.now()
      setSeconds(0)
    } catch {
      toast(t('noMicrophone'))
    }
  }
  useEffect(() => {
    if (seconds === undefined) return undefined
    if (seconds >= mostSeconds) {
      void latest.current.stop()
      return undefined
    }
    const timer = setTimeout(() => setSeconds(seconds + 1), 1000)
    return () => clearTimeout(timer)
  }, [seconds])
  const label = () => {
    if (saving) return t('voiceSaving')
    return seconds === undefined ? t('voiceStart') : t('voiceStop', { n: seconds })
  }
  return (
    <Label text={t('voice')} optional>
      {value ? (
        <View className="card-top">
          <VoicePlayer url={value.path ?? ''} seconds={value.seconds} />
          <Button id="voice-off" kind="danger" small text={t('voiceOff')} onTap={() => onChange(null)} />
        </View>
      ) : (
        <Button
          id="voice"
          kind={seconds === undefined ? 'plain' : 'danger'}
          disabled={saving}
          text={label()}
          onTap={() => (seconds === undefined ? start() : stop())}
        />
      )}
    </Label>
  )
}

/** Plays a voice note. */
export function VoicePlayer({ url, seconds }: { url: string; seconds: number }) {
  const t = useTexts()
  const [playing, setPlaying] = useState(false)
  const player = useRef<Taro.InnerAudioContext>()
  useEffect(() => () => player.current?.destroy(), [])
  const tap = () => {
    if (!player.current) {
      player.current = Taro.createInnerAudioContext()
      player.current.onEnded(() => setPlaying(false))
      player.current.onError(() => setPlaying(false))
    }
    player.current.src = url
    if (playing) player.current.stop()
    else player.current.play()
    setPlaying(!playing)
  }
  return (
    <Button
      id="play-voice"
      kind="plain"
      small
      text={t(playing ? 'voiceHalt' : 'voicePlay', { n: seconds })}
      onTap={tap}
    />
  )
}
