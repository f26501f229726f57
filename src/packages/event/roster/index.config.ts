export default definePageConfig({ navigationBarTitleText: '安邻', enablePullDownRefresh: true })
