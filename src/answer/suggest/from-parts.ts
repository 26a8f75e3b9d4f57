import type { Article } from '../../article/article.ts';
import { SURNAMES } from '../../language/data/surnames.ts';
import { simplify } from '../../language/simplify.ts';
import { span } from '../../util/span.ts';
import { question } from './cloze.ts';
import type { MadeQuestion } from './made-question.ts';

/** 一、, （二）, 3. and the like before a heading. */
const NUMBER =
  /^(?:第?[一二三四五六七八九十百\d]{1,4}[、.．:：\s章节部]+|[（(][一二三四五六七八九十\d]{1,3}[)）]\s*)/u;
/** What a part is about, by the noun that its heading ends in, with the words that ask for it. */
const TOPICS: readonly (readonly [pattern: RegExp, asks: string])[] = [
  [
    /(?:条件|條件|要求|材料|措施|职责|職責|待遇|情形|亮点|亮點|渠道|规则|規則|须知|須知)$/u,
    '有哪些',
  ],
  [/(?:标准|標準|范围|範圍|对象|對象|程序|流程|时限|時限|依据|依據|方式)$/u, '是什么'],
  [/(?:时间|時間)$/u, '是什么时候'],
  [/(?:地点|地點|地址)$/u, '在哪里'],
  [/(?:票价|票價|费用|費用|价格|價格|收费|收費)$/u, '是多少'],
];

/** Questions that an article asks in its own headings, or that ask for what a heading names. */
export function headingQuestions(article: Article): MadeQuestion[] {
  return article.headings.flatMap(({ text, span: at }, place): MadeQuestion[] => {
    const next = article.headings[place + 1]?.span.start ?? article.text.length;
    const below = article.paragraphs.filter(
      ({ span: one }) => one.start >= at.end && one.end <= next,
    );
    const [first] = below;
    const last = below.at(-1);
    const asked = askedBy(text);
    if (first === undefined || last === undefined || asked === undefined) return [];
    const answer = span(first.span.start, last.span.end);
    return [{ question: asked, paragraph: first.number, answer }];
  });
}

function askedBy(heading: string): string | undefined {
  const name = heading.replace(NUMBER, '').trim();
  if (/^[^?？]{4,28}[?？]$/u.test(name)) return name.replace(/\?$/u, '？');
  const topic = TOPICS.find(([pattern]) => pattern.test(name));
  if (topic === undefined || !/^\p{Script=Han}{4,12}$/u.test(name)) return undefined;
  if (/[与和及、]|^(?:有关|有關|其他|相关|相關|工作|总体|總體)/u.test(name)) return undefined;
  return question(name, topic[1]);
}

/** An office or a trade, right before a name. */
const OFFICE =
  '(?:总监|主任|主管|经理|院长|校长|教授|主席|总裁|负责人|助理|专家|局长|处长|部长|教练|发言人|秘书长|研究员|院士|律师|会长|理事长|书记|市长|大使|工程师|分析师|董事长|所长|站长|队长|医生|医师|干部|咨询师|研究生|首相|总统|总理|省长|县长|行长|馆长|团长|总经理|创始人|检察官|法官|民警|教师)';
/** When or where somebody said something, between the name and the verb. */
const ON_OCCASION = '(?:(?:\\d{1,2}日|今[天日]|昨[天日])|在[^,，。；：、]{2,14}[中上时])?';
/** Somebody who is quoted by name and office: …总监张三告诉记者, 发言人张三9日宣布, 律师张三：…. */
const QUOTED_PERSON = new RegExp(
  `${OFFICE}(\\p{Script=Han}{2,3}?)(${ON_OCCASION}(?:说|表示|告诉|介绍|认为|指出|强调|透露|坦言|解释|分析|回应|提醒|宣布|称(?![为号])|[:：]))`,
  'gu',
);

/** Words of grammar that follow an office, and how a teacher is called by pupils. */
const NO_NAME = /^[的了和与與在是等兼也还還就]|老师$|老師$|女士$|先生$/u;

/** Questions for who it is that an article quotes, each once. */
export function personQuestions(article: Article): MadeQuestion[] {
  const named = new Set<string>();
  return article.paragraphs.flatMap(({ number, span: { start, end } }) =>
    [...article.text.slice(start, end).matchAll(QUOTED_PERSON)].flatMap((match): MadeQuestion[] => {
      const [all, name = '', said = ''] = match;
      // what follows at some distance from the name may follow a part of it alone: 工程师|傅某某在现场说
      const isSure = /^[说表告介认指强透坦解分回提]/u.test(said);
      if (
        NO_NAME.test(name) ||
        named.has(name) ||
        !(isSure || SURNAMES.has(simplify(name.slice(0, 1))))
      )
        return [];
      named.add(name);
      const at = start + match.index;
      return [{ question: `${name}是谁？`, paragraph: number, answer: span(at, at + all.length) }];
    }),
  );
}
