/** Phrases that people in China use as passwords, the commonest first. Matched also inside longer passwords. */
export const pinyinPhrases = words(`
woaini woaini1314 woaini520 woaini521 woaiwojia woaiziji woaimama woaibaba woaita woaishenghuo aini1314 aini520 iloveyou1314
mima wodemima mimashi wangjimima woshishui shimima wobuzhidao buzhidao nicaicai nicaibudao caibudao bugaosuni
zhangsan lisi wangwu zhaoliu xiaoming xiaohong xiaowang xiaoli xiaozhang laowang laoban laobanniang zhanggui dianzhang
zhangwei wangwei wangfang liwei lina zhangmin lijing wangjing liuwei wangxiuying zhangli liqiang wangmin lijun wangyong
zhongguo woaizhongguo zhonghua zhongguoren beijing shanghai guangzhou shenzhen hangzhou chengdu chongqing wuhan nanjing tianjin
xian suzhou changsha zhengzhou qingdao dalian xiamen fuzhou kunming harbin haerbin shenyang jinan hefei ningbo dongguan foshan
laopo laogong baobei baobao qinaide xiaobao xiaobaobei mama baba gege jiejie didi meimei erzi nver haizi yeye nainai
gongxifacai facai facaile dafacai zhaocaijinbao wanshiruyi xinxiangshicheng xinniankuaile shengrikuaile yilufa yilufafa
tianmao taobao zhifubao weixin weibo douyin pinduoduo jingdong alibaba tengxun huawei xiaomi baidu qqmima
kehu kehuguanli guanli guanliyuan xitong xitongguanli dianpu shangdian chaoshi cantin canting chayedian lipindian
caiwu kuaiji yuangong shoukuan denglu yonghu nihao nihaoma nihao123 hello123 haha hahaha hehe heihei xixi lalala
kaixin kuaile xingfu pingan jiankang meili aiqing pengyou tongxue laoshi xuexi gongzuo shenghuo weilai mengxiang tiantian
tiankong yangguang taiyang yueliang xingxing dahai haiyang senlin meigui mudan lianhua juhua taohua yinghua xiaocao
xiaogou xiaomao laohu tuzi houzi dalong feilong xiaolong longlong feifei mingming lele beibei jingjing huanhuan yingying nini
wodejia huijia chifan shuijiao niubi niubility caonima nimei wocao shabi zhu zhutou benzhu dabenzhu xiaozhu
`)

/** Runs on the keyboard that the layouts alone do not give away. */
export const keyboardRuns = words(`
asd123 qwe123 zxc123 qaz123 abc123 aa123456 a123456 a123456789 a12345678 as123456 qq123456 wang123 zhang123 li123456
q1w2e3r4 q1w2e3r4t5 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc qazwsxedc zaq12wsx qwerasdf asdfzxcv qweasdzxc poiuyt mnbvcxz
`)

/** Numbers said aloud or held to be lucky, and years. */
export const luckyNumbers = words(`
520 1314 5201314 1314520 521 5211314 52013145 201314 5203344 3344520 3344 0520 52520 520520 13145200 1314521 20131400
88 888 8888 88888 888888 8888888 88888888 168 16888 168168 1688 518 5188 51888 518518 188 1888 18888 686868 8686 6868
66 666 6666 66666 666666 66666666 6688 66888 668899 6699 9999 99999 999999 99999999 999 98 9898 8998 899 9527 95279527
123 1234 12345 123456 1234567 12345678 123456789 1234567890 0123456789 0987654321 987654321 654321 4321 321 147258369
159357 147258 258369 369258147 147852369 741852963 7758521 7758258 7758 7788 77582580 1234qwer 123qwe 123abc 123123 321321
123321 112233 11223344 111222 111222333 1122 2233 336699 121212 101010 131313 123654 123456a 123456abc 123456aa 456789 789456123
110110 119119 120120 12315 10086 10010 95588 95599 95533 110120119 11111111 00000000 000000 111111 222222 333333 555555 777777
2008 2018 2019 2020 2021 2022 2023 2024 2025 2026 1978 1980 1985 1986 1987 1988 1989 1990 1991 1992 1995 1998 1999 2000
`)

/** Surnames by how many people bear them. */
export const surnames = words(`
wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang deng han feng cao
peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng su wei lu lv lyu ding ren yao shen zhong cui tan wan fan liao jia xia fu
fang bai zou meng xiong qin qiu hou shao long shi lei tao he gu mao hao gong wan qian yan dai dou niu yin qu kang
ouyang situ shangguan zhuge sima huangfu murong linghu dongfang chan wong cheung leung lau ng kwok chow tsang hsu huang tsai hsieh
`)

/** Every syllable of Mandarin, the commoner ones first. */
export const pinyinSyllables = words(`
de shi yi bu le zai you wo ren zhe ta zhong da lai shang ge men dao shuo wei guo zi he ni yao xia qu hui na ye hao jia xin
xiao li ming hua long feng yu xue mei fang jing lin jun jian qiang hong yan wen wu wang zhang liu chen yang huang zhao zhou xu
sun ma zhu hu gao luo zheng liang xie song tang han deng cao peng zeng xiang tian dong pan yuan cai jiang cheng su lu lv ding ren
yao shen cui tan fan liao fu bai zou meng xiong qin qiu hou shao lei tao gu mao gong wan qian dai dou niu yin kang
a ai an ang ao ba ban bang bao bei ben beng bi bian biao bie bin bing bo can cang ce cen ceng cha chai chan chang
chao che chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu cuan cun cuo dan dang dei den di dia dian
diao die diu du duan dui dun duo e ei en eng er fa fei fen fo fou ga gai gan gang gei gen geng gou gua guai guan guang gui gun
ha hai hang hei hen heng hou huai huan hun huo ji jie jin jiong jiu ju juan jue ka kai kan kao ke kei ken keng kong kou ku kua
kuai kuan kuang kui kun kuo la lan lang lao lei leng lia lian lie ling lou luan lun lve lue mai man mang me men mi mian miao
mie min miu mo mou mu nai nan nang nao ne nei nen neng nian niang niao nie ning nong nou nu nv nuan nve nuo o ou pa pai pang
pao pei pen pi pian piao pie pin ping po pou pu qi qia qiao qie qing qiong quan que qun ran rang rao re reng ri rong rou ru
rua ruan rui run ruo sa sai san sang sao se sen seng sha shai shan shao she shei sheng shou shu shua shuai shuan shuang shui
shun shuo si sou suan sui suo tai te teng ti tiao tie ting tong tou tu tuan tui tun tuo wa wai xi xian xing xiu xuan xun ya
ying yo yong yue yun za zan zang zao ze zei zen zha zhai zhan zhei zhen zhi zhou zhua zhuai zhuan zhuang zhui zhun zhuo
zong zou zu zuan zui zun zuo
`)

function words(text: string): readonly string[] {
  return [...new Set(text.trim().split(/\s+/))]
}
