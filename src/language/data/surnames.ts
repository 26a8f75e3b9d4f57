/** The surnames of nineteen Chinese in twenty (Ministry of Public Security name report 2021, first 200, and rarer ones of public life). */
export const SURNAMES: ReadonlySet<string> = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文施洪辛柯庄温牛葛' +
    '章齐季颜樊殷倪毕安凌裴俞聂焦左鲁辜阮柳岳梅尚骆鲍祝华祁卫符项辛欧申路柴翁冉耿管关宁荣岑包纪房解游苗费艾苑谷宗卓单桂佟池甘蓝奚郜舒靳臧涂成屠穆詹饶农简瞿邢茅盛童褚戚窦',
);

export const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  '欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 端木 百里 南宫'.split(' '),
);
