export default definePageConfig({ navigationBarTitleText: '安邻' })
