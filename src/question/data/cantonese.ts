/** Behind these 邊 is a side: 一邊, 身邊, 河邊. */
const BESIDE = '一兩两左右這这那身旁周河海路街村湖江岸床窗桌門门前後后東东西南北上下裡里外';

/**
 * How Cantonese asks, with the written Chinese for it, in the order of reading: by hand, for no open
 * list tells question words of Cantonese from its other words. Over the text as typed, in either
 * script; what is put in is understood in both.
 */
export const CANTONESE: readonly (readonly [pattern: RegExp, written: string])[] = [
  [/[點点]解/gu, '為什麼'],
  [/[點点][樣样]/gu, '怎樣'],
  [
    /(?<=打算|應該|应该|可以|知道|想|要|會|会|^)[點点](?=做|去|搞|辦|办|計|计|算|處理|处理|申請|申请|報名|报名|搭)/gu,
    '怎麼',
  ],
  [/[幾几]多/gu, '多少'],
  [/[幾几](?=[錢钱](?:$|[?？呀啊]))/gu, '多少'],
  [/(?<=[有係])[幾几](?=[大高長长闊阔深遠远重](?:$|[?？呀啊]))/gu, '多'],
  [/(?<![一兩两前後后這这好])[幾几][時时](?!候)/gu, '什麼時候'],
  [/喺?[邊边]度|喺[邊边](?!個|个|間|间|位)/gu, '在哪裡'],
  [
    new RegExp(
      `(?<![${BESIDE}])[邊边](?:個|个)人?(?=$|[係系是做係將将會会]|[?？]|[^年月日])`,
      'gu',
    ),
    '誰',
  ],
  [
    new RegExp(
      `(?<![${BESIDE}])[邊边](?=一?[間间家位年日月隻只啲種种項项類类班隊队條条場场款部本座區区層层國国晚])`,
      'gu',
    ),
    '哪',
  ],
  [/有冇/gu, '有沒有'],
  [/乜嘢|乜[野]|咩嘢|(?<!咩)咩(?!咩)(?:事(?=$|[?？]))?/gu, '什麼'],
  [/咗/gu, '了'],
  [/嘅/gu, '的'],
  [/喺/gu, '在'],
  [/佢哋/gu, '他們'],
  [/佢/gu, '他'],
  [/(?<![關关聯联体體干])係(?![數数])/gu, '是'],
  [/嗰(?=[個间間次年])/gu, '那'],
  [/(?<=(\p{Script=Han}))唔(?=\1)/gu, '不'],
  [/冇/gu, '沒有'],
  [/啲/gu, '些'],
];

/** Characters and words that only Cantonese writes: a question without them is left as it is. */
export const IS_CANTONESE =
  /[咗嘅喺佢嗰冇啲乜]|(\p{Script=Han})唔\1|[點点]解|[點点][樣样]|(?:打算|應該|应该|可以)[點点](?=做|去|搞|辦|办)|[幾几]多|[幾几][錢钱](?=$|[?？呀啊])|[有係][幾几][大高長长闊阔深遠远重](?=$|[?？呀啊])|(?<![一兩两左右這这那身旁周河海路街村湖江岸床窗桌門门前後后東东西南北上下裡里外])[邊边](?:[個个度間间位啲隊队]|一[年間间個个]|(?=係))|(?<![一兩两前後后這这好])[幾几][時时](?!候)|咩(?=$|[?？])/u;
