import { startTestCloud, type TestCloud } from './support/cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.stop())

test('more than fifty files in one call are refused, and a file that is not there is none of its failures', async () => {
  const { deleted, urls, many, none } = await cloud.run(async c => {
    const missing = 'cloud://local.anlin-local/photos/none.txt'
    const fifty = Array.from({ length: 51 }, () => missing)
    const refused = (call: Promise<unknown>): Promise<number> =>
      call.then(
        () => 0,
        (error: { errCode: number }) => error.errCode,
      )
    return {
      deleted: (await c.deleteFile({ fileList: [missing] })).fileList[0].status,
      many: await refused(c.deleteFile({ fileList: fifty })),
      urls: await refused(c.getTempFileURL({ fileList: fifty })),
      none: await refused(c.deleteFile({ fileList: [] })),
    }
  })
  expect(deleted).toBe(-503003)
  for (const code of [many, urls, none]) expect(code).toBeLessThan(0)
})
