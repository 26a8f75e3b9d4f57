/** One kind of thing that stands on a page without being part of the article. */
export interface FurnitureRule {
  readonly name: string;
  /** Matches the whole of a line, never words within running text. */
  readonly pattern: RegExp;
  /** A line that the rule takes. */
  readonly example: string;
  /** Takes whole sentences as well; without it a line that ends in a full stop is text. */
  readonly prose?: true;
}

/** Words of the bars above and below an article; a line of nothing else is a bar. */
const BAR_WORDS =
  '打印|列印|放大|缩小|縮小|字号|字號|字体|字體|超大|特大|大|中|小|默认|分享到?|分享至|转发|轉發|收藏|点赞|點讚|点个赞|赞|在看|评论|評論|留言|纠错|举报|我要举报|关闭窗口|关闭|复制链接|复制|复制本文|朗读|听新闻|语音播报|语音|手机看|微信|微信好友|朋友圈|新浪微博|微博|QQ好友|QQ空间|QQ|[Qq][Zz]one|人人网|豆瓣|知乎|百度贴吧|贴吧|钉钉|Facebook|facebook|Twitter|Weibo|WeChat|LinkedIn|LINE|A[+-]?|T[+-]?|邮箱|海报|下载|繁体|简体|无障碍';

/** Rules for lines that are furniture wherever they stand. The first that matches names the line. */
export const LINE_RULES: readonly FurnitureRule[] = [
  {
    name: 'page-bar',
    pattern: new RegExp(
      String.raw`^(?=.*(?:打印|列印|字号|字號|字体|字體|分享|转发|轉發|收藏|点赞|點讚|朗读|听新闻|放大|关闭|纠错|举报|评论|在看|复制|A[+-]))[【[（(\s]*(?:(?:${BAR_WORDS})[\s\d:：|｜/、·【】[\]()（）<>“”]*)+$`,
      'u',
    ),
    example: '【字号：大 中 小】【打印】【关闭】',
  },
  {
    name: 'page-bar',
    pattern: /^(?:发表|发表评论|写评论|登录后评论|我要评论|提交|回复)$/u,
    example: '发表',
  },
  {
    name: 'site-notice',
    pattern:
      /^(?:(?:請|请)(?:您|先)?同意.{0,12}(?:隱私|隐私|[Cc]ookie)|(?:為|为)?.{0,6}最佳(?:瀏覽|浏览)效果).{0,60}$/u,
    prose: true,
    example: '为达最佳浏览效果，建议使用新版的浏览器。',
  },
  {
    name: 'scan-code',
    pattern:
      /^.{0,12}(?:(?:扫一扫|掃一掃|扫码).{0,20}(?:手机|手機|微信|关注|關注|打开|开启|查看|分享|下载|二维码|阅读|公众号|当前页|本页|客户端)|(?:扫描|长按|长按识别|识别|掃描).{0,6}(?:二维码|QR)(?!.*(?:报名|填|登记|预约|缴费|购票|办理|申请|签到)).{0,20}|^扫一扫)$|^.{0,8}(?:扫一扫|掃一掃)$/u,
    example: '扫一扫在手机打开当前页',
  },
  {
    name: 'click-through',
    pattern:
      /^[（(【>▶→]*\s*(?:点击|點擊|请点击|戳|点这里|长按).{0,20}(?:查看|阅读|閱讀|进入|下载|关注|播放|观看|链接|专题|原文|更多|全文|大图).{0,20}$/u,
    example: '点击查看更多',
  },
  {
    name: 'click-through',
    pattern:
      /^.{0,60}(?:[点點按]我|[点點]此|戳我)(?:下[载載]|看|[领領]|[进進]入|[报報]名).{0,30}$/u,
    example: '现在用APP看新闻　点我下载APP　按我看活动办法',
  },
  {
    name: 'read-original',
    pattern:
      /^[【[(（]?(?:阅读原文|閱讀原文|查看原文|[请請]?[继繼][续續]往下[阅閱][读讀]|展开全文|阅读全文|阅读更多|查看更多|加载更多)[】\])）]?[.…>»]*$/u,
    example: '阅读原文',
  },
  {
    name: 'picture',
    pattern:
      /^[（(【[]?\s*(?:相关)?(?:资料图片?|资料圖|資料圖片?|资料照片?|图片?来源\s*[:：].{1,30}|圖片?來源\s*[:：].{1,30}|(?:网络|示意|效果|配)图|图文无关|视觉中国供图|图源\s*[:：]?.{1,20})(?:\s*[:：/／].{0,30})?\s*[）)】\]]?$/u,
    example: '（资料图）',
  },
  {
    name: 'picture',
    pattern:
      /^[（(【].{0,16}(?:图片|照片|图表|圖片).{0,16}(?:提供|供图|供圖|[摄攝]|来自.{1,12})[）)】]$/u,
    example: '（本版图片均由受访者提供）',
  },
  {
    name: 'caption',
    pattern:
      /^[▲△▼↑↓■]?\s*(?:[（(]?(?:图为|圖為|图①|图②|下图为|上图为|图片说明\s*[:：]|圖說\s*[:：]).{1,45}|[▲△▼↑↓].{1,50})$/u,
    prose: true,
    example: '图为实验室外景。新华社记者 李博 摄',
  },
  {
    name: 'caption',
    pattern:
      /^(?:图|圖|Figure|Fig\.)\s?(?:\d{1,3}(?:[-.–]\d{1,3})?|[一二三四五六七八九十]{1,3})[\s:：.、]\s?[^。！？；|]{1,40}$/u,
    example: '图3-1 水泵的构造',
  },
  {
    // the picture stands above, so that the sentence before the credit tells nothing by itself
    name: 'caption',
    pattern:
      /^[^。！？]{2,50}。?\s?[（(][^（）()]{1,16}(?:提供|供图|供圖|翻[摄攝]|资料图|資料照|[摄攝])[）)]$/u,
    prose: true,
    example: '新总馆模拟图。（文化局提供）',
  },
  {
    name: 'caption',
    pattern:
      /^[^！？]{2,60}。\s?\p{Script=Han}{0,10}(?:记者|記者|通讯员|摄影师)\s?[\p{Script=Han}·]{2,4}\s?(?:摄|攝)$/u,
    example: '水库的施工现场。本报记者 李博 摄',
  },
  {
    name: 'caption',
    pattern: /^(?:资料图片?|資料圖片?|资料照片|效果图|示意图|配图)\s*[:：].{1,60}$/u,
    prose: true,
    example: '资料图：分拣中心。',
  },
  {
    name: 'photo-credit',
    pattern:
      /^[（(]?[^，。；：]{0,30}(?:记者|記者|通讯员|新华社发|中新社发|摄影)?[^，。；：]{0,16}(?:\s摄|\s攝|供图|供圖|摄影报道)[）)]?$/u,
    example: '新华社记者 李博 摄',
  },
  {
    name: 'keywords',
    pattern: /^[【[]?(?:关键词|關鍵詞|关键字|關鍵字|标签|標籤|Tags?|TAGS?)[】\]]?\s*[:：].{0,80}$/u,
    example: '关键词:',
  },
  {
    name: 'editor',
    pattern:
      /^[（(【[]?\s*(?:责任编辑|責任編輯|责编|責編|编辑|編輯|本文编辑|执行编辑|网络编辑|图片编辑|美术编辑|版面编辑|视频编辑|编审|责任编审|值班编辑|校对|校對|审核|初审|复审|终审|监制|值班主任)\s*[:：/｜|丨]\s*.{0,60}$/u,
    example: '责任编辑：李楠',
  },
  {
    name: 'editor',
    pattern:
      /^(?:(?:责任编辑|编辑|责编|校对|审核|编审)\s+\p{Script=Han}[\p{Script=Han}·]{1,3}(?:\s+|$)){1,4}$/u,
    example: '编辑 李楠 校对 王磊',
  },
  {
    name: 'original-title',
    pattern: /^[（(【[]?\s*(?:原标题|原標題|原题)[】\]]?\s*[:：].{1,80}$/u,
    example: '原标题：全国粮食总产量再创新高',
  },
  {
    name: 'reprint-source',
    pattern:
      /^[（(【[]?\s*(?:本文来源|本文來源|文章来源|本文转自|转载自|轉載自|本文系.{0,12}转载)\s*[:：]?.{1,40}$|^[（(【[]?\s*本文来自.{1,100}$/u,
    example: '本文来源：网易科技报道',
  },
  {
    name: 'reprint-source',
    pattern:
      /^[（(【[]?\s*本文(?:来自|首发于|原载于?|经).{1,70}(?:授权|許可|许可)(?:发布|发表|转载|轉載).{0,20}$/u,
    prose: true,
    example: '本文来自微信公众号“某刊”，作者：李楠，经授权发布。',
  },
  {
    name: 'breadcrumb',
    pattern:
      /^(?:(?:当前位置|您的位置|您当前的位置|您所在的位置|位置|目前位置)\s*[:：].{0,60}|(?:首页|首頁|主页|网站首页|新闻中心|要闻)(?:\s*[>＞»›/→]+\s*[^>＞»›→。]{1,20}){1,6})$/u,
    example: '首页 > 新闻 > 正文',
  },
  {
    name: 'neighbours',
    pattern:
      /^[【[<«]*\s*(?:上一篇|下一篇|上一条|下一条|上一页|下一页|上一頁|下一頁|前一篇|后一篇|上篇|下篇)[】\]]?\s*(?:[:：>»].{0,60}|(?:\s*(?:下一篇|下一页|下一条|下一頁)).{0,10})?$/u,
    example: '上一篇：全省科技工作会议召开',
  },
  {
    name: 'back-to-top',
    pattern:
      /^[↑▲^]?\s*(?:返回|回到|回)(?:顶部|頂部|首页|首頁|列表|上一级|.{1,8}[，,]查看更多|.{2,6}首页.{0,10})\s*[>»]*$/u,
    example: '返回顶部',
  },
  {
    name: 'page-number',
    pattern:
      /^(?:[-—–－·]\s*\d{1,4}\s*[-—–－·]|第\s*\d{1,4}\s*[页頁](?:[，,/\s]*共\s*\d{1,4}\s*[页頁])?|\d{1,3}\s*\/\s*\d{1,3}|共\s*\d{1,4}\s*[页頁]|Page \d+(?: of \d+)?)$/u,
    example: '- 3 -',
  },
  {
    name: 'table-of-contents',
    pattern: /^(?:.{1,50}(?:\.{5,}|…{2,}|·{5,}|．{4,})\s*\d{1,4}|目\s*[录錄次])$/u,
    example: '一、综合…………………………1',
  },
  {
    name: 'copyright',
    pattern:
      /^.{0,40}(?:©|Copyright|COPYRIGHT|版权所有|版權所有|All [Rr]ights [Rr]eserved|未经授权|未經授權|不得转载|不得轉載|请勿转载|严禁转载).{0,60}$/u,
    example: '© 2023 新华网 版权所有',
  },
  {
    name: 'copyright',
    pattern:
      /^(?:(?:©|Copyright|版权所有|版權所有).{0,60}|(?:本文.{0,16}(?:独家|原创|所有).{0,6}[，,]\s?)?[未沒没][经經有].{0,12}(?:授权|授權|许可|許可|允许|同意)[，,]?\s*.{0,6}(?:不得|严禁|禁止|请勿|謝絕|谢绝)(?:擅自|以任何(?:方式|形式))*(?:转载|轉載|复制|複製|摘编|使用|转发|链接|镜像|改编|、|或|和|及|等)+[。！]?)$/u,
    prose: true,
    example: '未经授权，不得转载。',
  },
  {
    name: 'registration',
    pattern:
      /^.{0,40}(?:ICP[备备证証]|公网安备|公安备|许可证(?:编?号)?\s*[:：]|网站标识码|违法和不良信息举报).{0,60}$/u,
    example: '京ICP备05070218号',
  },
  {
    name: 'site-links',
    pattern:
      /^(?:(?:关于我们|关于本站|关于本网|联系我们|联系方式|广告服务|广告合作|广告刊例|网站地图|网站声明|法律声明|法律顾问|隐私政策|版权声明|免责声明|服务条款|用户协议|招聘信息|诚聘英才|加入我们|友情链接|帮助中心|意见反馈|在线投稿|我要投稿|设为首页|加入收藏|网站首页|返回首页|English)[\s|｜\-·•/]{0,8}){2,16}$/u,
    example: '关于我们 | 联系我们 | 广告服务 | 网站地图',
  },
  {
    name: 'counter',
    pattern:
      /^[（(]?(?:(?:阅读|閱讀|浏览|瀏覽|点击|點擊|访问|评论|评论数|留言|人气|转发|点赞|喜欢)(?:量|数|次数|人数|數)?\s*[:：]?\s*[（([]?\s*[\d,.]+\s*[万萬w+]*\s*[次人条]?\s*[）)\]]?\s*)+[）)]?$/u,
    example: '阅读 10万+ 点赞 320',
  },
  {
    name: 'follow-us',
    pattern:
      /^.{0,10}(?:关注我们|关注公众号|欢迎关注|点亮在看|设为星标|下载.{0,12}(?:客户端|APP|App)|打开.{0,12}(?:客户端|APP|App)).{0,30}$/u,
    example: '欢迎关注本台微信公众号',
  },
  {
    name: 'follow-us',
    pattern:
      /^更多(?:精彩)?(?:内容|资讯|新闻)[，,]?\s?(?:敬?请|欢迎)(?:进入|点击|关注|登录|下载|访问|浏览).{1,30}$/u,
    prose: true,
    example: '更多精彩内容请进入社会频道',
  },
  {
    name: 'follow-us',
    pattern:
      /^.{0,10}(?:点击|點擊|点一下|戳).{0,6}(?:上方|下方|顶部|左上角|左下角|右上角|文末|名片|蓝字).{0,20}(?:关注|關注|订阅|星标|阅读原文).{0,30}$/u,
    example: '点击上方蓝字关注我们，获取更多资讯！',
    prose: true,
  },
  {
    name: 'follow-us',
    pattern:
      /^(?:[^。，,]{0,6}(?:喜欢|觉得|别忘|记得|欢迎|顺手|请您?|帮忙|动动)|分享|点个?)[^。]{0,40}(?:在看|三连)[^。]{0,20}[。！!~～]?$/u,
    example: '觉得不错就点个“在看”吧！',
    prose: true,
  },
  {
    name: 'author-aside',
    pattern:
      /^[（(【[]?(?:ps|p\.s\.|作者有话说|作者的话|题外话)\s?\d?\s?[:：.].{0,60}(?:月票|推荐票|收藏|打赏|订阅|加更|更新|两更|三更).{0,60}$/iu,
    example: 'PS：今天两更，求收藏！',
    prose: true,
  },
  {
    name: 'promotion',
    pattern:
      /^.{0,60}(?:下载|打开|扫码|关注|安装)[^。！]{0,10}(?:客户端|APP|App|公众号|小程序|视频号)[^。！]{0,24}(?:福利|专享|优惠|领取|精彩|第一时间|尽在|惊喜)[^。！]{0,20}[。！!]?$/u,
    example: '下载客户端，领取新人专享福利！',
    prose: true,
  },
  {
    name: 'counter',
    pattern: /^\+\s?\d{1,4}$/u,
    example: '+1',
  },
  {
    name: 'advertisement',
    pattern:
      /^[（(【[]?\s*(?:广告|廣告|AD|Advertisement|ADVERTISEMENT|赞助内容)\s*(?:[）)】\]].{0,80}|)$/u,
    example: '广告',
  },
  {
    name: 'end-mark',
    pattern:
      /^[（(【[—-]*\s*(?:完|全文完|全书完|本章完|未完待续|剧终|本文完|END|End|正文|正文已结束|以下为正文)\s*[—】\])）-]*$/u,
    example: '（完）',
  },
  {
    name: 'template-rest',
    pattern: /^(?:Public domain|true|false|null|undefined|NaN|\[object Object\])$/u,
    example: 'Public domain',
  },
  {
    name: 'image',
    pattern: /^(?:!\[[^\]]{0,200}\]\([^()]{0,500}\)\s*)+$/u,
    example: '![外景](images/a.jpg)',
  },
];

/**
 * Headings of boxes at the foot: everything after such a line is furniture too, unless running
 * text follows, for then the box stands in the middle of the article. `prose` boxes hold sentences.
 */
export const BOX_RULES: readonly FurnitureRule[] = [
  {
    name: 'related',
    pattern:
      /^[【[▍■◆●|>»]*\s*(?:相关阅读|相關閱讀|相关解读|政策解读|相关政策|相关文件|相关稿件|相关视频|相关专题|相关新闻|相關新聞|相关报道|相關報導|相关链接|相關連結|相关文章|相关推荐|相关稿件|相关内容|推荐阅读|推薦閱讀|延伸阅读|延伸閱讀|热门推荐|热门新闻|热点新闻|热门文章|最新新闻|最新文章|最新消息|更多新闻|更多精彩|更多内容|更多推荐|精彩推荐|编辑推荐|今日推荐|为你推荐|为您推荐|猜你喜欢|大家都在看|往期推荐|往期回顾|往期精彩|往期文章|今日热点|24小时热闻|热图|专题|往期阅读|热闻|\d+小时热闻|看更多|更多文章|你可能感兴趣|友情链接|网友评论|最新评论|全部评论|热门评论|我要评论)\s*[】\]|]?\s*[:：>»]*\s*(?:更多)?[>»]*$/u,
    example: '相关阅读',
  },
  {
    name: 'notice',
    pattern:
      /^[【[（(]?\s*(?:版权声明|版權聲明|免责声明|免責聲明|特别声明|郑重声明)\s*[】\])）]?$/u,
    example: '免责声明',
    prose: true,
  },
];

/** Rules for whole paragraphs at the foot, after the last running text of the article. */
export const FOOT_RULES: readonly FurnitureRule[] = [
  {
    name: 'notice',
    pattern:
      /^[【[（(*＊]?\s*(?:版权声明|版權聲明|免责声明|免責聲明|特别声明|郑重声明|版权说明|平台声明|本站声明|版权与免责声明|版权及免责声明|声明|聲明|风险提示|投资有风险|凡本网注明|凡注明|本网注明|转载声明|特别提示|广告声明|廣告聲明|以上内容仅|以上网友发言|本文仅代表作者|文章仅代表作者|本文为.{0,12}原创)[】\]]?.{0,600}$/u,
    prose: true,
    example: '免责声明：本文仅代表作者个人观点，与本网无关。',
  },
  {
    name: 'notice',
    pattern: /^Notice: The content above [ -~]{20,400}$/u,
    prose: true,
    example: 'Notice: The content above is uploaded by a user of a platform.',
  },
  {
    // Above the foot such lines may be what the article tells: 举报电话：12345.
    name: 'imprint',
    pattern:
      /^(?:主办单位|承办单位|主管单位|主办|承办|技术支持|举报电话|联系电话|联系我们|地址|邮编|网站地图|.{0,8}(?:报料|爆料))\s*[:：].{0,100}$/u,
    example: '主办单位：省统计局　技术支持：省信息中心',
  },
  {
    name: 'licence',
    pattern:
      /^(?:本作品|本作者|本頁|本页|本文件)[\s\S]{0,300}(?:公有领域|公有領域|著作权|著作權|知识共享|CC BY|Public domain)[\s\S]{0,200}$/u,
    prose: true,
    example: '本作品不适用于著作权法，属于公有领域。',
  },
  {
    name: 'licence',
    pattern: /^[注註][:：]\s*(?:中文)?(?:维基|維基)(?:文库|文庫|百科)[\s\S]{0,300}$/u,
    prose: true,
    example: '注：中文维基文库社群认为，公务演讲不总是文件。',
  },
];
