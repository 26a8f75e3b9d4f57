import type { HeadField } from '../../article.ts';

/** Words before a colon in the head or at the foot, and what they announce. `none`: nothing we keep. */
export const LABELS: Readonly<Record<string, HeadField | 'none'>> = {
  发布时间: 'date',
  發布時間: 'date',
  發佈時間: 'date',
  发布日期: 'date',
  發布日期: 'date',
  發佈日期: 'date',
  发表时间: 'date',
  发稿时间: 'date',
  成文日期: 'date',
  发文日期: 'date',
  时间: 'date',
  時間: 'date',
  日期: 'date',
  // Not the day of publication: 去年 is read against the day the words were written.
  更新时间: 'none',
  更新時間: 'none',
  来源: 'source',
  來源: 'source',
  信息来源: 'source',
  新闻来源: 'source',
  稿件来源: 'source',
  文章来源: 'source',
  本文来源: 'source',
  来源网站: 'source',
  来源机构: 'source',
  发布机构: 'source',
  发文机关: 'source',
  稿源: 'source',
  出处: 'source',
  作者: 'author',
  撰文: 'author',
  撰稿: 'author',
  撰稿人: 'author',
  文: 'author',
  文字: 'author',
  责任编辑: 'editor',
  責任編輯: 'editor',
  责编: 'editor',
  責編: 'editor',
  编辑: 'editor',
  編輯: 'editor',
  本文编辑: 'editor',
  网络编辑: 'editor',
  执行编辑: 'editor',
  值班编辑: 'editor',
  原文链接: 'url',
  链接: 'url',
  网址: 'url',
  来源链接: 'url',
  校对: 'none',
  校對: 'none',
  审核: 'none',
  编审: 'none',
  初审: 'none',
  复审: 'none',
  终审: 'none',
  监制: 'none',
  图: 'none',
  图片: 'none',
  摄影: 'none',
  制图: 'none',
  视频: 'none',
  字号: 'none',
  字體: 'none',
  字体: 'none',
  浏览: 'none',
  浏览量: 'none',
  浏览次数: 'none',
  阅读: 'none',
  阅读量: 'none',
  点击: 'none',
  点击数: 'none',
  评论: 'none',
  索引号: 'none',
  主题分类: 'none',
  发文字号: 'none',
};

/** What a person who writes is called before the name: 本报记者 沈岚. */
export const BYLINE_ROLES = [
  '记者',
  '記者',
  '通讯员',
  '通訊員',
  '特约撰稿人',
  '撰稿人',
  '评论员',
  '評論員',
  '实习生',
  '實習生',
];

/** Words that may follow the names of a byline. */
export const BYLINE_TAILS =
  '(?:\\s*(?:报道|報導|報道|整理|编译|采写|采访|文|综合报道|[\\p{Script=Han}]{2,4}(?:报道|報導|電|电)|[\\p{Script=Han}]{2,4}\\d{1,2}日[电電](?:讯)?))?';

/** Photographers' lines name no author. */
export const PHOTO_TAIL = '摄|攝|摄影|图|供图';

/** Words that stand in a head line without saying anything of the article. */
export const HEAD_NOISE =
  '打印|列印|放大|缩小|字号|字號|字体|分享到?|收藏|大|中|小|原创|原創|评论|发[表布]于[:：]?\\s*\\p{Script=Han}{2,4}|听新闻|朗读|(?:点击|阅读|浏览)(?:数|量|次数)?(?:[:：]?\\s*\\[?\\s*\\d+\\s*\\]?)?|点赞|星期[一二三四五六日]|周[一二三四五六日]|A[+-]|\\d+\\s*[次人]|我有话说|[（(]?[\\d,万]+人?(?:参与|评论)[）)]?|收藏本文|我要评论|手机看新闻|第[A-Z]?\\d{1,3}版(?:[:：]\\s*\\p{Script=Han}{2,6})?|https?:[!-~]+';

/** Offices whose holder gives the speech that the page prints: 国务院总理　李克强. */
export const OFFICES = [
  '总理',
  '总书记',
  '主席',
  '省长',
  '市长',
  '县长',
  '区长',
  '州长',
  '盟长',
  '旗长',
  '镇长',
  '乡长',
  '书记',
  '主任',
  '部长',
  '局长',
  '厅长',
  '院长',
  '检察长',
  '秘书长',
  '行长',
  '会长',
  '校长',
  '总统',
  '总裁',
  '董事长',
  '總理',
  '省長',
  '市長',
  '縣長',
  '部長',
  '局長',
  '院長',
  '總統',
  '行政长官',
];

/** How the names of those end who publish: a line of such a name beside the date is the source. */
export const PUBLISHER_ENDINGS =
  '网|網|报|報|社|局|办公室|委员会|政府|总队|在线|日报|晚报|晨报|早报|周刊|杂志|电视台|广播|新闻|新聞|客户端|财经|厅|部|院|中心|银行|研究所|大学|公众号|频道|传媒|观察|组织|协会|公司|法院|检察院|董事会|监事会';
