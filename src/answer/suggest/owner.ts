import type { Article } from '../../article/article.ts';
import { memoByObject } from '../../util/memo-by-object.ts';

/** A firm before its stock code: 恒润新材（688419）. */
const LISTED =
  /(?:^|[\s，。：:、])((?:\*?ST)?[\p{Script=Han}A-Za-z]{2,8})[（(](?:股票代码[:：]?)?\s*(?:\d{6}(?:\.(?:SH|SZ|BJ))?|\d{4,5}\.HK)[)）]/u;
/** Whose report a title says that it is. */
const REPORT =
  /^(\p{Script=Han}{2,8}?)(?=\s*20\d\d年(?:国民经济|國民經濟|半年|年度?报|年度?報|[一二三四]季|第?[一二三四]季|统计|統計|政府工作))/u;
/** UTF-16 units of an article in which a firm that it is about is given with its code. */
const BEGINNING = 600;

/** Whom an article is about as a whole, and so whose the measures are that it gives by themselves; undefined where nothing says it. */
export const ownerOf = memoByObject(({ title, text }: Article): { readonly name?: string } => {
  const name = REPORT.exec(title)?.[1] ?? LISTED.exec(text.slice(0, BEGINNING))?.[1];
  return name === undefined ? {} : { name };
});
