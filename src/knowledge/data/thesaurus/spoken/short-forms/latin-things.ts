/** Latin short forms of posts, money and techniques beside their Chinese names, both ways. */
export const SHORT_FORMS_LATIN_THINGS: string = `
coo > 首席运营官 营运长
首席运营官 营运长 > coo
cto > 首席技术官 技术长
首席技术官 技术长 > cto
cmo > 首席营销官
首席营销官 > cmo
cio > 首席信息官 资讯长
首席信息官 资讯长 > cio
hr > 人力资源
vp > 副总裁
副总裁 > vp
mba > 工商管理硕士
工商管理硕士 > mba
emba > 高级工商管理硕士
高级工商管理硕士 > emba
phd > 博士
gpa > 平均绩点 绩点
平均绩点 > gpa
toefl > 托福
ielts > 雅思
hsk > 汉语水平考试
汉语水平考试 > hsk
rmb > 人民币
usd > 美元
hkd > 港元 港币
eur > 欧元
jpy > 日元 日圆
gbp > 英镑
twd > 新台币
新台币 > twd
比特币 > btc
eth > 以太币 以太坊
以太币 以太坊 > eth
nft > 非同质化代币
非同质化代币 > nft
etf > 交易所买卖基金 交易型开放式指数基金 指数股票型基金
交易所买卖基金 交易型开放式指数基金 指数股票型基金 > etf
reits > 房地产投资信托基金 不动产投资信托基金
房地产投资信托基金 不动产投资信托基金 > reits
reit > 房地产投资信托基金 不动产投资信托基金
房地产投资信托基金 不动产投资信托基金 > reit
roe > 净资产收益率
净资产收益率 > roe
eps > 每股收益 每股盈余 每股盈利
每股收益 每股盈余 每股盈利 > eps
ebitda > 息税折旧摊销前利润
息税折旧摊销前利润 > ebitda
贷款市场报价利率 > lpr
中期借贷便利 > mlf
slf > 常备借贷便利
常备借贷便利 > slf
gni > 国民总收入
国民总收入 > gni
pce > 个人消费支出
个人消费支出 > pce
bdi > 波罗的海干散货指数
波罗的海干散货指数 > bdi
esg > 环境社会和公司治理
环境社会和公司治理 > esg
vat > 增值税
增值税 > vat
vc > 风险投资 创投
风险投资 > vc
kpi > 绩效指标 关键绩效指标
绩效指标 关键绩效指标 > kpi
ppp > 政府和社会资本合作
政府和社会资本合作 > ppp
epc > 工程总承包
工程总承包 > epc
oem > 代工 贴牌
b2b > 企业对企业
企业对企业 > b2b
o2o > 线上到线下
线上到线下 > o2o
saas > 软件即服务
软件即服务 > saas
vr > 虚拟现实 虚拟实境
虚拟现实 虚拟实境 > vr
ar > 增强现实 扩增实境
增强现实 扩增实境 > ar
xr > 扩展现实
扩展现实 > xr
aigc > 生成式人工智能
生成式人工智能 > aigc
agi > 通用人工智能
通用人工智能 > agi
llm > 大语言模型 大模型
大语言模型 大模型 > llm
gpu > 图形处理器 显卡 绘图处理器
图形处理器 绘图处理器 > gpu
cpu > 中央处理器 处理器
中央处理器 > cpu
npu > 神经网络处理器
神经网络处理器 > npu
soc > 系统级芯片
系统级芯片 > soc
ram > 内存 记忆体
记忆体 > ram
ssd > 固态硬盘 固态硬碟
固态硬盘 固态硬碟 > ssd
hdd > 机械硬盘
机械硬盘 > hdd
wifi > 无线网络 无线局域网
无线网络 无线局域网 > wifi
wi-fi > 无线网络 无线局域网
无线网络 无线局域网 > wi-fi
bluetooth > 蓝牙 蓝芽
gps > 全球定位系统 卫星定位
全球定位系统 卫星定位 > gps
bds > 北斗卫星导航系统 北斗
北斗卫星导航系统 > bds
nfc > 近场通信 近距离无线通信
近场通信 近距离无线通信 > nfc
rfid > 射频识别
射频识别 > rfid
iot > 物联网
物联网 > iot
5g > 第五代移动通信
6g > 第六代移动通信
第六代移动通信 > 6g
app > 应用程序 手机应用 手机软件
应用程序 手机应用 手机软件 > app
ios > 苹果系统
苹果系统 > ios
android > 安卓
harmonyos > 鸿蒙
windows > 视窗
url > 网址 链接
led > 发光二极管
发光二极管 > led
oled > 有机发光二极管
有机发光二极管 > oled
lcd > 液晶显示
液晶显示 > lcd
hdr > 高动态范围
高动态范围 > hdr
fps > 帧率
ev > 电动汽车 电动车
bev > 纯电动汽车 纯电动
纯电动汽车 纯电动 > bev
phev > 插电式混合动力 插混
插电式混合动力 > phev
hev > 混合动力 混动
混合动力 > hev
suv > 运动型多用途汽车 运动型多功能车 休旅车
运动型多用途汽车 运动型多功能车 休旅车 > suv
mpv > 多用途汽车 多功能车
多用途汽车 多功能车 > mpv
aeb > 自动紧急制动
自动紧急制动 > aeb
adas > 高级驾驶辅助系统 辅助驾驶
高级驾驶辅助系统 辅助驾驶 > adas
noa > 领航辅助驾驶
领航辅助驾驶 > noa
ota > 空中升级 远程升级
空中升级 远程升级 > ota
cltc > 中国轻型汽车行驶工况
中国轻型汽车行驶工况 > cltc
kwh > 千瓦时
千瓦时 > kwh
brt > 快速公交
快速公交 > brt
uav > 无人机
drone > 无人机
3d > 三维 立体
cad > 计算机辅助设计
计算机辅助设计 > cad
diy > 自己动手 手工制作
自己动手 手工制作 > diy
vip > 贵宾
kol > 意见领袖 网红
意见领袖 > kol
`;
