import { isRow, type Unit } from './group-lines.ts';

/** What a notice calls the things that it tells, each in a line of its own above what it says of it. */
const LABEL =
  /^(?<before>(?:[(（]?[\d一二三四五六七八九十]{1,3}[)）.、．]\s*)?[【[(（]?)(?<label>\p{Script=Han}{0,8}(?:时间|時間|日期|期间|期間|期限|时刻|時刻|地点|地點|地址|位置|场地|場地|对象|對象|资格|資格|条件|條件|方式|方法|办法|辦法|流程|程序|步骤|步驟|费用|費用|价格|價格|票价|票價|收费|收費|标准|標準|名额|名額|人数|人數|材料|文件|证件|證件|须知|須知|专线|專線|电话|電話|联系人|聯絡人|单位|單位|奖项|獎項|奖励|獎勵|奖金|獎金|路线|路線|交通|内容|內容|项目|項目|规则|規則|要求|备注|備註|附件|信息|資訊|说明|說明|安排|规范|規範|事宜|事项|事項|奖品|獎品|日程|行程|时程|時程))[】\])）]?\s*[:：]?$/u;
/** UTF-16 units of such a line at most. */
const LIMIT = 12;
/** Lines of labels without which one alone is no label. */
const LEAST = 2;

/**
 * The places of the lines that are nothing but the name of what stands below them: 活动日期 above
 * 12月18日. What they say may be as short as they are, so that their looks alone tell no heading; a page
 * that has one such has several, and a list of such names has nothing below each.
 */
export function labelLines(units: readonly Unit[]): readonly number[] {
  const isLabel = (at: number) => {
    const unit = units[at];
    if (unit?.lines.length !== 1 || unit.text.length > LIMIT || isRow(unit.text)) return false;
    return LABEL.test(unit.text);
  };
  const found = [...units.keys()].filter(
    (at) => isLabel(at) && at + 1 < units.length && !isLabel(at + 1),
  );
  return found.length < LEAST ? [] : found;
}

/** The label that a heading is, its number and marks aside, and how many UTF-16 units stand before it. */
export function labelAlone(heading: string): { text: string; start: number } | undefined {
  const { before = '', label } = LABEL.exec(heading)?.groups ?? {};
  return label === undefined ? undefined : { text: label, start: before.length };
}
