/** What a shop in China and its customers write, for invented customers. */

export const seedTags = [
  'VIP',
  '老客户',
  '会员',
  '批发',
  '团购',
  '爱喝茶',
  '过敏',
  '转介绍',
  '生日礼',
  '企业',
  'tea lover',
  'regular',
  'wholesale',
  'newsletter',
]

export const businesses = ['茶庄', '花店', '烘焙坊', '美容院', '眼镜店', '文具行', '五金店', '宠物店', '书店', '餐厅']

export const notesZh = [
  '喜欢靠窗的座位',
  '周末下午来',
  '要发票',
  '对花生过敏',
  '送货前打电话',
  '孩子上小学',
  '常买龙井和普洱',
  '不要打电话，发微信',
  '介绍了三位朋友',
  '上次的杯子碎了，已换新',
]

export const notesEn = [
  'Prefers mornings',
  'Call before delivery',
  'Allergic to nuts',
  'Asked for an invoice',
  'Buys gifts in December',
  'Came with a friend',
]

/** Surnames that are read otherwise than the character by itself, or in two ways. */
export const polyphonicSurnames = [
  '单',
  '仇',
  '解',
  '查',
  '曾',
  '区',
  '盖',
  '任',
  '华',
  '朴',
  '乐',
  '尹',
  '缪',
  '翟',
  '秘',
  '冼',
  '尉迟',
  '万俟',
]

/** One of the two ways to read 乐 is what a shop has to write down. */
export const writtenReadings: Readonly<Record<string, string>> = { 乐: 'yue', 盖: 'ge', 区: 'ou' }

export const traditionalNames = [
  '陳',
  '張',
  '劉',
  '趙',
  '黃',
  '吳',
  '孫',
  '馬',
  '羅',
  '鄭',
  '謝',
  '韓',
  '馮',
  '鄧',
  '許',
  '蘇',
  '盧',
  '葉',
]
export const traditionalGiven = ['麗華', '國強', '曉東', '淑貞', '雲龍', '寶儀', '鳳蘭', '偉業', '學勤', '愛玲']

/** Company words with characters of two readings. */
export const companyBeginnings = [
  '重庆',
  '长沙',
  '长春',
  '乐山',
  '重楼',
  '长乐',
  '快乐',
  '音乐之声',
  '长青',
  '重光',
  '乐活',
  '成长',
]

export const places = [
  { region: '浙江省', city: '杭州市', districts: ['西湖区', '上城区', '余杭区'] },
  { region: '重庆市', city: '重庆市', districts: ['渝中区', '江北区', '长寿区'] },
  { region: '四川省', city: '乐山市', districts: ['市中区', '沙湾区'] },
  { region: '福建省', city: '福州市', districts: ['鼓楼区', '长乐区'] },
  { region: '广东省', city: '广州市', districts: ['天河区', '越秀区', '番禺区'] },
  { region: '上海市', city: '上海市', districts: ['黄浦区', '长宁区', '浦东新区'] },
] as const

export const streets = ['人民路', '解放路', '重阳大街', '长江路', '中山北路', '乐业街', '茶市街', '湖滨路']
export const likes = ['龙井', '普洱', '铁观音', '白毫银针', '茉莉花茶', '大红袍', '碧螺春', '祁门红茶']
export const preferences = ['上午打电话', '只发微信', '喜欢安静的位置', 'Afternoons only', '要礼品包装', '不吃辣']
export const pinnedNotes = ['欠两盒样品', '下次来送她新茶', '请找店长接待', 'Pays by transfer', '有一张未用的券']
