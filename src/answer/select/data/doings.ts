/**
 * Verbs by which a number of things grows or shrinks, one doing an entry, over normalised text: how many
 * were closed is neither how many were opened nor how many there are.
 */
const DOINGS: readonly RegExp[] = [
  /新开|开业|开设|开张|增开|(?<![公召展打分离避])开(?=了|出)/u,
  /关闭|关停|关店|闭店|歇业|停业|(?<![相有海机])关(?=了|掉|停)/u,
  /新增|净增|增加了?(?!值)|增设|多了|添置/u,
  /减少|少了|裁减|裁撤|裁员|裁(?=了|掉)/u,
  /录用|新招|招(?=了|收|到)/u,
  /拆除|拆迁|拆(?=了|掉)/u,
  /新建|建成|建造|建(?=了|起|好)/u,
  /卖出|售出|售卖|销售(?=了|出)|卖(?=了|出|掉)/u,
  /买入|购入|购置(?!税)|采购(?=了|入)|收购(?=了)|买(?=了|进|下)/u,
  /倒塌|坍塌|垮塌|塌|倒(?=了)/u,
];

/** Characters around the word that asks for a number in which a doing is what is asked about. */
const NEAR = 8;

/** The doings that a question asks about: 关 of 公司关了几家店. */
export function doingsAsked(question: string): readonly RegExp[] {
  const at = question.search(/多少|几(?!乎)/u);
  return doingsIn(at < 0 ? question : question.slice(Math.max(0, at - NEAR), at + NEAR));
}

/** The doings that a text tells of. */
export function doingsIn(text: string): readonly RegExp[] {
  return DOINGS.filter((doing) => doing.test(text));
}
