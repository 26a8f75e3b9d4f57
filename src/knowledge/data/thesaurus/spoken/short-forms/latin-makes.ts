/** Latin short forms of goods, ailments and makers beside their Chinese names, both ways. */
export const SHORT_FORMS_LATIN_MAKES: string = `
ost > 原声带 原声
原声带 > ost
mv > 音乐录影带 音乐视频
音乐录影带 音乐视频 > mv
livehouse > 现场音乐
现场音乐 > livehouse
cosplay > 角色扮演
角色扮演 > cosplay
tv > 电视
pc > 电脑 个人电脑
imax > 巨幕
bgm > 背景音乐
背景音乐 > bgm
dna > 脱氧核糖核酸 基因
脱氧核糖核酸 > dna
rna > 核糖核酸
核糖核酸 > rna
mrna > 信使核糖核酸
信使核糖核酸 > mrna
pcr > 核酸检测 聚合酶链反应
核酸检测 聚合酶链反应 > pcr
hpv > 人乳头瘤病毒 宫颈癌疫苗
人乳头瘤病毒 宫颈癌疫苗 > hpv
hiv > 艾滋病毒 艾滋病
艾滋病毒 > hiv
aids > 艾滋病 爱滋病
艾滋病 爱滋病 > aids
copd > 慢阻肺 慢性阻塞性肺疾病
慢阻肺 慢性阻塞性肺疾病 > copd
icu > 重症监护室 重症监护病房 深切治疗部 加护病房
重症监护室 重症监护病房 深切治疗部 加护病房 > icu
ct > 计算机断层扫描 电脑扫描
计算机断层扫描 电脑扫描 > ct
mri > 核磁共振 磁力共振 磁共振
核磁共振 磁力共振 磁共振 > mri
ecg > 心电图
心电图 > ecg
自动体外除颤器 除颤仪 > aed
bmi > 体重指数 身体质量指数
体重指数 身体质量指数 > bmi
adhd > 多动症 注意力缺陷 过度活跃症
多动症 注意力缺陷 过度活跃症 > adhd
ptsd > 创伤后应激障碍
创伤后应激障碍 > ptsd
otc > 非处方药
非处方药 > otc
nmpa > 国家药监局 国家药品监督管理局
国家药监局 国家药品监督管理局 > nmpa
covid > 新冠 新冠肺炎 新型冠状病毒
新冠肺炎 新型冠状病毒 > covid
新冠肺炎 新型冠状病毒肺炎 > covid-19
h7n9 > 禽流感
禽流感 > h7n9
pm2.5 > 细颗粒物
细颗粒物 > pm2.5
pm10 > 可吸入颗粒物
可吸入颗粒物 > pm10
aqi > 空气质量指数
空气质量指数 > aqi
co2 > 二氧化碳
二氧化碳 > co2
lng > 液化天然气
液化天然气 > lng
lpg > 液化石油气
液化石油气 > lpg
pvc > 聚氯乙烯
聚氯乙烯 > pvc
unep > 联合国环境规划署
联合国环境规划署 > unep
iucn > 世界自然保护联盟
世界自然保护联盟 > iucn
wwf > 世界自然基金会
世界自然基金会 > wwf
isbn > 国际标准书号
国际标准书号 > isbn
iso > 国际标准化组织
国际标准化组织 > iso
idf > 以色列国防军 以军
以色列国防军 以军 > idf
解放军 > pla
wipo > 世界知识产权组织
世界知识产权组织 > wipo
国际刑警组织 > interpol
icc > 国际刑事法院
国际刑事法院 > icc
icj > 国际法院
国际法院 > icj
ngo > 非政府组织
非政府组织 > ngo
gdpr > 通用数据保护条例
通用数据保护条例 > gdpr
c919 > 国产大飞机
国产大飞机 > c919
apple > 苹果
intel > 英特尔
英特尔 > intel
amd > 超威
qualcomm > 高通
台积电 > tsmc
samsung > 三星
huawei > 华为
xiaomi > 小米
toyota > 丰田
honda > 本田
bmw > 宝马
benz > 奔驰 梅赛德斯
梅赛德斯 > benz
audi > 奥迪
volkswagen > 大众
ford > 福特
boeing > 波音
airbus > 空客 空中客车
空中客车 > airbus
facebook > 脸书 脸谱
脸谱 > facebook
instagram > 照片墙
照片墙 > instagram
youtube > 油管
tiktok > 抖音国际版 抖音海外版
抖音国际版 抖音海外版 > tiktok
微信 > wechat
alipay > 支付宝
支付宝 > alipay
alibaba > 阿里巴巴
阿里巴巴 > alibaba
tencent > 腾讯
bytedance > 字节跳动
字节跳动 > bytedance
netflix > 网飞 奈飞
disney > 迪士尼
迪士尼 > disney
starbucks > 星巴克
星巴克 > starbucks
mcdonald > 麦当劳
麦当劳 > mcdonald
kfc > 肯德基
肯德基 > kfc
ikea > 宜家
costco > 开市客 好市多
开市客 好市多 > costco
walmart > 沃尔玛
沃尔玛 > walmart
nike > 耐克
adidas > 阿迪达斯
阿迪达斯 > adidas
sony > 索尼
nintendo > 任天堂
任天堂 > nintendo
spacex > 太空探索技术公司
太空探索技术公司 > spacex
starlink > 星链
openai > 开放人工智能研究中心
开放人工智能研究中心 > openai
trump > 特朗普 川普
特朗普 > trump
biden > 拜登
putin > 普京 普丁
`;
