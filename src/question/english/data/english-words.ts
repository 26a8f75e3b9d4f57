/**
 * English words, and phrases with `_` for spaces, each with the Chinese words of articles that
 * CC-CEDICT does not give for it.
 */
const GLOSSARY = `
technology 科技
technical 技术
science 科技
scientific 科技
turnover 成交额
transaction 成交
deal 成交
import 吸纳
output 产值
trade 外贸 进出口
investment 投入
invest 投入
fund 资金
money 资金 金额
cost 成本
price 售价
profit 利润 净利润
tax 税收
gdp 国内生产总值 地区生产总值 生产总值
growth 增长 增速
rate 增速
programme 项目 计划
program 项目
business 企业
startup 企业
organisation 机构 组织
lab 实验室
centre 中心
institute 研究院 研究所
researcher 研究人员
chairman 董事长
president 总裁 主席
director 董事
conference 大会
exhibition 博览会
event 活动
participant 参与
attend 参加
host 举办
partner 合作
cooperation 合作
voucher 代金券
launch 上市
electric 电动
vehicle 汽车
chip 芯片
medical 医疗
treatment 治疗
agricultural 农业
seed 种业
grain 粮食
industrial 工业
manufacturing 制造业
job 就业
rural 农村
urban 城镇 城市
pollution 污染
bridge 大桥
national 国家
world 全球
first 首个
largest 最大
founded 成立 创立
found 成立 创立
complete 建成
sign 签订
research 研发
length 全长
total 总
number 数量
share 比重 占比
percentage 比例
ratio 率 比例
consumer 消费
consumption 消费
sales 销量
delivery 交付
capital 首府 省会 首都
take_part 参与 参加
take_part_in 参与 参加
take_in 吸纳 引进
poor 贫困
left 剩余 剩下
macau 澳门
chinese 中国
korea 韩国
america 美国
american 美国
britain 英国
uk 英国
hold 举办 举行
build 建成 建设
`;

/**
 * English words and phrases in lower case, with Chinese words that CC-CEDICT does not give for
 * them, the likeliest first.
 */
export const OUR_GLOSSARY: ReadonlyMap<string, readonly string[]> = new Map(
  GLOSSARY.trim()
    .split('\n')
    .map((line) => {
      const [word = '', ...said] = line.split(' ');
      return [word.replaceAll('_', ' '), said] as const;
    }),
);

/** Irregular forms, each behind its dictionary form. */
const IRREGULAR_FORMS = `
begin began begun
break broke broken
bring brought
build built
buy bought
catch caught
choose chose chosen
come came
do did done
draw drew drawn
drive drove driven
eat ate eaten
fall fell fallen
feel felt
fight fought
find found
fly flew flown
found founded
get got gotten
give gave given
go went gone
grow grew grown
have had has
hold held
keep kept
know knew known
lead led
leave left
lend lent
lose lost
make made
mean meant
meet met
pay paid
rise rose risen
run ran
say said
see saw seen
seek sought
sell sold
send sent
sing sang sung
sit sat
speak spoke spoken
spend spent
stand stood
strike struck stricken
take took taken
teach taught
tell told
think thought
throw threw thrown
wear wore worn
win won
write wrote written
child children
foot feet
man men
mouse mice
person persons
tooth teeth
woman women
`;

export const IRREGULAR: ReadonlyMap<string, string> = new Map(
  IRREGULAR_FORMS.trim()
    .split('\n')
    .flatMap((line) => {
      const [base = '', ...forms] = line.split(' ');
      return forms.map((form) => [form, base] as const);
    }),
);

/** Words of English grammar: searched for only within phrases, and not by themselves. */
export const GRAMMAR: ReadonlySet<string> = new Set(
  (
    'a an the this that these those there here it its he she they them his her their him we us our you your i my me ' +
    'is are was were be been being am do does did done has have had having will would can could shall should may might must ' +
    'and or but if so as than then not no nor of in on at to from by with for into onto out up down off over about ' +
    'between among through during within without against per via until since after before under above along around ' +
    'who whom whose what which when where why how whether while because very also too just only still yet even ' +
    'any some all both each every such other another same own most more many much few several lot lots ' +
    'today now nowadays currently one two three four five six seven eight nine ten ' +
    'please tell know article text according called named get got each exactly altogether actually currently ' +
    "'s s t 'd 'll 're 've"
  ).split(' '),
);
