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

// Taro compiles what is under src; the rules that pages share with the functions lie beside it.
const compile = { include: [path.resolve(__dirname, '..', 'domain')] }

export default defineConfig<'webpack5'>(async merge =>
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
      // Not for WeChat: what two subpackages share is written from the cache as it once was, whatever has changed since.
      cache: { enable: process.env.TARO_ENV === 'h5' },
      alias: {
        '@domain': path.resolve(__dirname, '..', 'domain'),
        '@': path.resolve(__dirname, '..', 'src'),
      },
      plugins: [
        [
          '@tarojs/plugin-inject',
          { components: { View: aria, Text: aria, Image: aria, Input: aria, Textarea: aria } },
        ],
      ],
      // Chinese stands as it is: escaped, every character weighs twice as much.
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
        // What only subpackages use stays in them: the signatures of passes are no weight on the first screen.
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
        // The hash leaves `?as=` in place: several people's phones can stand side by side in one page.
        router: { mode: 'hash' },
        output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
        miniCssExtractPluginOption: {
          ignoreOrder: true,
          filename: 'css/[name].[contenthash:8].css',
          chunkFilename: 'css/[name].[contenthash:8].css',
        },
        // A browser's px is already one at 375; scaling type down on narrow phones would work against large text.
        postcss: { autoprefixer: { enable: true, config: {} }, pxtransform: { enable: false, config: {} } },
      },
    },
    process.env.NODE_ENV === 'development' ? dev : prod,
  ),
)
