export default definePageConfig({ navigationBarTitleText: '安邻', enableShareAppMessage: true })
