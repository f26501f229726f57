/// <reference types="@tarojs/taro" />

declare module '*.css'
declare module '*.png' {
  const url: string
  export default url
}

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5'
  }
}
