// `hot` stays off: the refresh plugin is a development server's, and nothing here runs one.
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', hot: false }]],
}
