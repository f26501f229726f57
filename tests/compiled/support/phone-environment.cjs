const { TestEnvironment } = require('jest-environment-jsdom')

/** A document, as the simulator of mini-programs wants one, and Node's own network functions beside it. */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup()
    Object.assign(this.global, {
      fetch,
      Headers,
      Request,
      Response,
      AbortController,
      AbortSignal,
      TextEncoder,
      TextDecoder,
      structuredClone,
      setImmediate,
      clearImmediate,
    })
  }
}
