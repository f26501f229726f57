const weapp = process.env.TARO_ENV === 'weapp'

/**
 * Staff choose the place of an event on WeChat's map; older clients ask for the user's location before they
 * open it.
 */
const location = {
  requiredPrivateInfos: ['chooseLocation' as const],
  permission: { 'scope.userLocation': { desc: '在地图上选择活动地点' } },
}

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/services/index', 'pages/inbox/index', 'pages/me/index'],
  subPackages: [
    { root: 'packages/repair', pages: ['file/index', 'list/index', 'order/index'] },
    {
      root: 'packages/visitor',
      pages: [
        'issue/index',
        'list/index',
        'pass/index',
        'card/index',
        'gate/index',
        'walk/index',
        'log/index',
        'blocks/index',
        'vehicles/index',
      ],
    },
    {
      root: 'packages/parking',
      pages: [
        'list/index',
        'register/index',
        'vehicle/index',
        'desk/index',
        'lot/index',
        'move/index',
        'import/index',
      ],
    },
    { root: 'packages/complaint', pages: ['submit/index', 'list/index', 'complaint/index'] },
    {
      root: 'packages/event',
      pages: [
        'list/index',
        'event/index',
        'edit/index',
        'roster/index',
        'check/index',
        'door/index',
        'poster/index',
      ],
    },
    { root: 'packages/desk', pages: ['queue/index', 'todo/index', 'figures/index', 'appraisal/index'] },
    { root: 'packages/consult', pages: ['thread/index', 'list/index'] },
    {
      root: 'packages/notice',
      pages: ['notice/index', 'board/index', 'publish/index', 'push/index', 'receipts/index'],
    },
    { root: 'packages/survey', pages: ['list/index', 'survey/index', 'edit/index'] },
    { root: 'packages/account', pages: ['bind/index', 'house/index', 'data/index', 'privacy/index'] },
    {
      root: 'packages/register',
      pages: [
        'people/index',
        'house/index',
        'codes/index',
        'import/index',
        'staff/index',
        'settings/index',
        'audit/index',
      ],
    },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['packages/repair'] },
  },
  window: weapp
    ? {
        navigationBarTitleText: '安邻',
        navigationBarBackgroundColor: '@bar',
        navigationBarTextStyle: '@barText',
        backgroundColor: '@back',
        backgroundTextStyle: 'dark',
      }
    : { navigationBarTitleText: '安邻', navigationStyle: 'custom' },
  tabBar: {
    color: weapp ? '@tabText' : '#5b635f',
    selectedColor: weapp ? '@tabOn' : '#0b5d4e',
    backgroundColor: weapp ? '@tab' : '#fffdf9',
    borderStyle: (weapp ? '@tabLine' : 'white') as 'white',
    list: [
      {
        pagePath: 'pages/home/index',
        text: '首页',
        iconPath: 'assets/tab/home.png',
        selectedIconPath: 'assets/tab/home-on.png',
      },
      {
        pagePath: 'pages/services/index',
        text: '服务',
        iconPath: 'assets/tab/services.png',
        selectedIconPath: 'assets/tab/services-on.png',
      },
      {
        pagePath: 'pages/inbox/index',
        text: '消息',
        iconPath: 'assets/tab/inbox.png',
        selectedIconPath: 'assets/tab/inbox-on.png',
      },
      {
        pagePath: 'pages/me/index',
        text: '我的',
        iconPath: 'assets/tab/me.png',
        selectedIconPath: 'assets/tab/me-on.png',
      },
    ],
  },
  ...(weapp
    ? {
        darkmode: true,
        themeLocation: 'theme.json',
        sitemapLocation: 'sitemap.json',
        lazyCodeLoading: 'requiredComponents' as const,
        __usePrivacyCheck__: true,
        ...location,
      }
    : {}),
})
