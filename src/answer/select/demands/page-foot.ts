import type { Question } from '../../../question/question.ts';
import type { Fails } from './reading.ts';

/**
 * What a page says of itself behind its story, in one paragraph with it, so that no line of its own tells
 * it from the text: who edited it, how it may be copied, what it is filed under.
 */
const FOOT =
  /^[\s)]*(?:\([^)]{0,12}\)\s*)*(?:本文(?:属于|系|为)\p{Script=Han}{0,8}原创|(?:责任编辑|责编|编审|编校|校对|审核|监制)(?:[:/]|\s{2})|返回搜狐|分享让更多人看到|关键词:|更多精彩内容|(?:广告|免责|版权)声明|未经(?:授权|许可)|如若转载|转载请注明|举报\/反馈)/u;
/** Who asks so asks for what stands there. */
const ASKS_FOR_IT = /编辑|责编|编审|校对|审核|转载|版权|原创|来源|出处|关键词|记者|作者|声明/u;

/** 责任编辑:…, 转载请注明来源:…: a page's own words answer no question about the story. */
export function isPageFoot({ normalized }: Question): Fails | undefined {
  return ASKS_FOR_IT.test(normalized) ? undefined : ({ sentence }) => FOOT.test(sentence);
}
