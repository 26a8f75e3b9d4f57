/** English words and phrases with what Chinese articles print for them, where CC-CEDICT lacks it. Phrases with `_`. */
const GLOSSARY = `
technology 技术 科技
technical 技术
science 科学 科技
scientific 科学 科技
innovation 创新
contract 合同
turnover 成交额 营业额
transaction 成交 交易
deal 成交 交易
export 出口 输出
import 进口 吸纳
output 输出 产量 产值
trade 贸易 外贸 进出口
investment 投资 投入
invest 投资 投入
fund 资金 基金
money 资金 金额
cost 成本 费用
price 价格 售价
revenue 营业收入 收入
income 收入
profit 利润 净利润
loss 亏损
budget 预算
deficit 赤字
tax 税收 税
gdp 国内生产总值 地区生产总值 生产总值
economy 经济
economic 经济
growth 增长 增速
grow 增长
increase 增加 增长
decrease 减少 下降
rate 率 增速
target 目标
goal 目标
plan 计划 规划
project 项目
programme 项目 计划
program 项目 计划
company 公司 企业
enterprise 企业
firm 企业 公司
business 企业
startup 初创 企业
institution 机构
organization 机构 组织
organisation 机构 组织
agency 机构
laboratory 实验室
lab 实验室
center 中心
centre 中心
institute 研究院 研究所
university 大学
school 学校
hospital 医院
government 政府
department 部门
ministry 部
city 城市
province 省
country 国家
region 区域 地区
village 村
population 人口
people 人口 人
person 人
employee 员工
worker 职工 工人
student 学生 学员
teacher 教师 老师
doctor 医生
patient 患者
expert 专家
researcher 研究人员
scientist 科学家
farmer 农民
resident 居民
child 儿童
elderly 老年人
woman 女性
chairman 董事长 主席
president 总裁 主席 总统 校长
director 主任 总监 董事
manager 经理 主管
founder 创始人
minister 部长
mayor 市长
professor 教授
conference 大会 会议
meeting 会议
forum 论坛
exhibition 展览 博览会
event 活动
activity 活动
participate 参与 参加
participant 参与
attend 参加 出席
host 主办 举办
hold 举行 举办
held 举行 举办
theme 主题
alliance 联盟
partner 合作 伙伴
cooperation 合作
cooperate 合作
voucher 券 代金券
coupon 券
service 服务
platform 平台
network 网络
node 节点
system 系统 体系
product 产品
market 市场
launch 推出 启动 上市
release 发布
battery 电池
energy 能源 能量
electric 电动
vehicle 汽车 车辆
car 汽车
chip 芯片
software 软件
data 数据
medical 医疗
medicine 药物 医药
drug 药物
disease 疾病 病
tumor 肿瘤 瘤
treatment 治疗
treat 治疗
health 健康 卫生
hospitalized 住院
vaccine 疫苗
agriculture 农业
agricultural 农业
seed 种子 种业
grain 粮食
food 食品
industry 产业 工业
industrial 产业 工业
manufacturing 制造业
factory 工厂 厂
employment 就业
job 就业 岗位
unemployment 失业
poverty 贫困
rural 农村
urban 城镇 城市
housing 住房
education 教育
culture 文化
cultural 文化
tourism 旅游
environment 环境
pollution 污染
water 水
air 空气
railway 铁路
road 公路
bridge 大桥
airport 机场
port 港口
international 国际
national 国家 全国
foreign 外国 国外
world 世界 全球
global 全球
first 第一 首个 首次
largest 最大
establish 成立 建立 设立
founded 成立 创立
found 成立 创立
build 建设 建成
built 建成 建设
open 开放 开通
start 启动 开始
complete 完成 建成
sign 签署 签订
award 奖
reform 改革
policy 政策
law 法律
development 发展
research 研究 研发
area 面积 区域
length 长度 全长
average 平均
total 总
number 数量
share 比重 占比
percentage 比例 百分
ratio 率 比例
consumer 消费 消费者
consumption 消费
retail 零售
sales 销量 销售
sold 售出 销售
delivery 交付
deliver 交付
capital 首都 资本
stock 股票
beijing 北京
shanghai 上海
tianjin 天津
chongqing 重庆
hebei 河北
shanxi 山西
liaoning 辽宁
jilin 吉林
heilongjiang 黑龙江
jiangsu 江苏
zhejiang 浙江
anhui 安徽
fujian 福建
jiangxi 江西
shandong 山东
henan 河南
hubei 湖北
hunan 湖南
guangdong 广东
hainan 海南
sichuan 四川
guizhou 贵州
yunnan 云南
shaanxi 陕西
gansu 甘肃
qinghai 青海
taiwan 台湾
guangxi 广西
tibet 西藏
ningxia 宁夏
xinjiang 新疆
macau 澳门
nanjing 南京
suzhou 苏州
wuxi 无锡
hangzhou 杭州
ningbo 宁波
hefei 合肥
guangzhou 广州
shenzhen 深圳
wuhan 武汉
chengdu 成都
xiamen 厦门
qingdao 青岛
china 中国 我国
chinese 中国
japan 日本
korea 韩国
america 美国
american 美国
germany 德国
france 法国
britain 英国
uk 英国
russia 俄罗斯
india 印度
`;

/** English words, lower case, with what CC-CEDICT does not give for them, likeliest first. */
export const LACKING: ReadonlyMap<string, readonly string[]> = new Map(
  GLOSSARY.trim()
    .split('\n')
    .map((line) => {
      const [word = '', ...said] = line.split(' ');
      return [word.replaceAll('_', ' '), said] as const;
    }),
);

/** Forms that no ending explains, each after its dictionary form. */
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

/** Words of English grammar: they carry nothing to search for by themselves, only within phrases. */
export const GRAMMAR: ReadonlySet<string> = new Set(
  (
    'a an the this that these those there here it its he she they them his her their him we us our you your i my me ' +
    'is are was were be been being am do does did done has have had having will would can could shall should may might must ' +
    'and or but if so as than then not no nor of in on at to from by with for into onto out up down off over about ' +
    'between among through during within without against per via until since after before under above along around ' +
    'who whom whose what which when where why how whether while because very also too just only still yet even ' +
    'any some all both each every such other another same own most more many much few several lot lots ' +
    'please tell know article text according called named get got each exactly altogether actually currently first_of_all ' +
    "'s s t 'd 'll 're 've"
  ).split(' '),
);
