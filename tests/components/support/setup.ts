// Before any module of the app: the parts are tested as the browser build has them.
process.env.TARO_ENV = 'h5'
Object.defineProperty(window.navigator, 'language', { value: 'zh-CN', configurable: true })
