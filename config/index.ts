import path from 'node:path'
import { defineConfig } from '@tarojs/cli'
import dev from './dev'
import prod from './prod'

// Without these, Taro's weapp templates drop every aria attribute.
const aria = {
  'aria-role': '',
  'aria-label': '',
  'aria-hidden': '',
  'aria-disabled': '',
  'aria-checked': '',
  'aria-selected': '',
}

const domain = path.resolve(__dirname, '..', 'domain')

// Taro compiles only src by itself; the rules that pages share with the functions are beside it.
const compile = { include: [domain] }

export default defineConfig<'webpack5'>(merge =>
  merge(
    {},
    {
      projectName: 'anlin',
      date: '2026-11-1',
      designWidth: 375,
      deviceRatio: { 375: 2, 750: 1 },
      sourceRoot: 'src',
      outputRoot: `dist/${process.env.TARO_ENV}`,
      framework: 'react',
      compiler: { type: 'webpack5', prebundle: { enable: false } },
      // Not for WeChat: with the cache, code shared by two subpackages is written in its old version after a
      // change.
      cache: { enable: process.env.TARO_ENV === 'h5' },
      alias: {
        '@domain': domain,
        '@': path.resolve(__dirname, '..', 'src'),
      },
      plugins: [
        [
          '@tarojs/plugin-inject',
          { components: { View: aria, Text: aria, Image: aria, Input: aria, Textarea: aria } },
        ],
      ],
      // Chinese is not escaped: escaped, every character takes twice as many bytes.
      terser: { config: { output: { ascii_only: false } } },
      copy: {
        patterns:
          process.env.TARO_ENV === 'weapp'
            ? ['theme.json', 'sitemap.json', 'packages/visitor/pass-card.png'].map(name => ({
                from: `src/${name}`,
                to: `dist/weapp/${name}`,
              }))
            : [],
        options: {},
      },
      mini: {
        // Code that only subpackages use stays in them: the main package does not carry the signatures of
        // passes.
        optimizeMainPackage: { enable: true },
        // No minifyXML: its HTML rules drop the end tag of <input>, which WeChat's compiler refuses.
        baseLevel: 4,
        compile,
        postcss: { pxtransform: { enable: true, config: {} } },
      },
      h5: {
        compile,
        publicPath: '/m/',
        staticDirectory: 'static',
        // The hash keeps `?as=` in place, so that one page can show the phones of several users.
        router: { mode: 'hash' },
        output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
        miniCssExtractPluginOption: {
          ignoreOrder: true,
          filename: 'css/[name].[contenthash:8].css',
          chunkFilename: 'css/[name].[contenthash:8].css',
        },
        // A browser's px already fits a width of 375; smaller type on narrow phones would undo the large-text
        // setting.
        postcss: { autoprefixer: { enable: true, config: {} }, pxtransform: { enable: false, config: {} } },
      },
    },
    process.env.NODE_ENV === 'development' ? dev : prod,
  ),
)
