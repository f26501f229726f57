import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { startEnginePhones, type EnginePhones } from './support/engine-phones'

jest.setTimeout(180_000)
let phones: EnginePhones
beforeAll(async () => {
  phones = await startEnginePhones()
})
afterAll(() => phones?.stop())

test('the compiled mini-program shows the guest’s code, and the guard’s answers it', async () => {
  const { shareToken } = await phones.ok<{ shareToken: string }>('demo-owner', 'visitor', 'create', {
    houseId: 'tianma-1',
    name: '王师傅',
    party: 2,
    kind: 'once',
    from: new Date(Date.now() - 60_000).toISOString(),
    to: new Date(Date.now() + 3_600_000).toISOString(),
  })
  const guest = await phones.of('a-guest')
  await guest.open(`/packages/visitor/card/index?token=${shareToken}`)
  await guest.sees('秒后更新')
  // The engine has the tag, but no phone behind it that would draw the picture: it has no size.
  const src = (await guest.page.locator('[id$="pass-code"]').first().getAttribute('src')) ?? ''
  const { data, width, height } = PNG.sync.read(Buffer.from(src.split(',')[1] ?? '', 'base64'))
  const payload = jsQR(new Uint8ClampedArray(data), width, height)?.data ?? ''
  expect(payload).toHaveLength(306)

  const guard = await phones.of('demo-guard')
  await guard.open('/packages/visitor/gate/index')
  await guard.tap('gate-south')
  await guard.page.evaluate(text => {
    ;(window as unknown as { beforeTheCamera: string }).beforeTheCamera = text
  }, payload)
  await guard.tap('scan')
  await guard.sees('放行')
  await guard.sees('王师傅')
  await guard.tap('go-on')
  await guard.tap('scan')
  await guard.sees('已经用过')
  expect([...guest.troubles, ...guard.troubles]).toEqual([])
})
