import { join } from 'node:path'
import { build } from 'esbuild'
import vectors from '../tests/vectors/pass-code.json'
import { launchBrowser } from '../tools/browser.cjs'

/** The function that the bundle leaves in the page. */
type Check = (question: object, kit: object) => { admit: boolean; ms: number }

export interface GateCheck {
  slowdown: number
  firstMs: number
  medianMs: number
  worstMs: number
}

/** The number of checks of one code. */
const checks = 100

/**
 * Times the offline check of a code in a browser, slowed down like a cheap phone. The first check includes
 * the set-up of the library.
 */
export async function measureGateCheck(slowdown: number): Promise<GateCheck> {
  const bundle = await build({
    stdin: {
      contents: `import { checkOffline } from './domain/visitor/offline'; import { verify } from './src/packages/visitor/lib/ed25519'
        window.check = (question, kit) => { const from = performance.now(); const { admit } = checkOffline(question, kit, [], verify); return { admit, ms: performance.now() - from } }`,
      resolveDir: join(__dirname, '..'),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    alias: { '@domain': join(__dirname, '../domain') },
  })
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await (
      await page.context().newCDPSession(page)
    ).send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' })
    const { now, estateTag, keyId, estateKey } = vectors
    const kit = {
      now: '',
      offset: 480,
      estateTag,
      keys: [{ id: keyId, key: estateKey }],
      gates: [],
      passes: [],
      blockedPlates: [],
      isComplete: true,
    }
    const times = await page.evaluate(
      ([question, given, count]) =>
        Array.from({ length: count }, () => {
          const { admit, ms } = (window as typeof window & { check: Check }).check(question, given)
          if (!admit) throw new Error('the gate refuses a valid code')
          return ms
        }),
      [{ payload: vectors.cases[0]?.payload ?? '', gate: '', now }, kit, checks] as const,
    )
    const sorted = times.slice(1).sort((a, b) => a - b)
    return {
      slowdown,
      firstMs: times[0] ?? 0,
      medianMs: sorted[Math.floor(sorted.length / 2)] ?? 0,
      worstMs: sorted[sorted.length - 1] ?? 0,
    }
  } finally {
    await browser.close()
  }
}
