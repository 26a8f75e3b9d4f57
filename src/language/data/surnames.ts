/**
 * The surnames of nineteen Chinese in twenty (Ministry of Public Security, name report of 2021, the
 * first 200), and rarer ones of public life.
 */
export const SURNAMES: ReadonlySet<string> = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾' +
    '龚邵万覃武钱戴严莫孔向常汤康易乔赖文施洪辛柯庄温牛葛章齐季颜樊殷倪毕安凌裴俞聂焦左鲁辜阮柳岳梅尚骆鲍祝华祁卫符项辛欧申路柴翁冉耿管关宁荣岑包纪房解游苗费艾苑谷宗卓单桂佟池甘蓝奚' +
    '郜舒靳臧涂成屠穆詹饶农简瞿邢茅盛童褚戚窦',
);

/**
 * Surnames that are ordinary words or characters as well (时, 国, 全, 商), and surnames in traditional
 * characters: they begin a person's name only where something else says so, as the word before a byline.
 */
const RARE_SURNAMES: ReadonlySet<string> = new Set(
  '傅庞兰伍景甄卜曲翟喻储娄尤宫冷屈阎闵闻丛车霍佘席古党边卞楚练仇苟蒲沙阳晏隋植司买年旷从全明燕郎栾麦亓鄢鄂滕邬郁揭时牟原敖国应商' +
    '張劉陳楊黃趙吳孫馬羅鄭謝許韓鄧馮蔣葉蘇呂盧鍾譚陸賈鄒龍賀顧龔萬錢戴嚴賴莊聶歐關龐藍蘭紀單喬項儲塗衛華駱饒閻閔聞車費',
);

/** Surnames of two characters. */
export const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  '欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 端木 百里 南宫'.split(' '),
);

const TRADITIONAL_COMPOUND_SURNAMES: ReadonlySet<string> = new Set(['歐陽', '諸葛', '司馬']);

/** Whether a run of characters begins with a surname, to tell 本报记者李楠 from 记者手记. */
export function hasSurname(name: string): boolean {
  const [first, two] = [name.charAt(0), name.slice(0, 2)];
  return (
    SURNAMES.has(first) ||
    RARE_SURNAMES.has(first) ||
    COMPOUND_SURNAMES.has(two) ||
    TRADITIONAL_COMPOUND_SURNAMES.has(two)
  );
}
