import type { Article } from '../article/article.ts';
import { normalize } from '../language/normalize.ts';
import type { Tokenizer } from '../language/tokenizer.ts';
import { memoByObject } from '../util/memo-by-object.ts';
import { ANY_KIND, KINDS_OF_ARTICLE, QUOTED_AS } from './data/article-words.ts';
import { type Question, understand } from './question.ts';

/** A question that names the articles which are to answer it, and these articles. */
export interface NamedArticles {
  /** The question without the name: the year of a report is not the year asked about. */
  readonly question: Question;
  readonly articles: ReadonlySet<Article>;
}

/** A title with a word of saying behind it; without one, 《西游记》 may be what an article is about. */
const IN_TITLE_MARKS = new RegExp(`《([^《》]{2,})》(?:一文)?[里中]?${QUOTED_AS}`);
const YEAR_AND_KIND = new RegExp(
  `([0-9]{4})年?度?的?((?:(?!年)[^,;:?!。0-9]){0,16}?(?:${KINDS_OF_ARTICLE}))`,
);

/**
 * Finds the articles that a question names: by a title in title marks, by a year and a kind of article
 * (2019年政府工作报告), or by the paper that is quoted (东方网报道). Undefined where it names none.
 */
export function articleNamed(
  question: Question,
  articles: readonly Article[],
  tokenizer: Tokenizer,
): NamedArticles | undefined {
  const [said = ''] = question.said;
  const readers = [byTitle, byYear, bySource];
  for (const reader of readers) {
    const { name, named } = reader(said, articles);
    if (named.length === 0) continue;
    return { question: withoutName(name, question, tokenizer), articles: new Set(named) };
  }
  return undefined;
}

/**
 * The question understood without the name. Of an English question, and of one that is nothing but the
 * name, only the text that period and place are read from changes.
 */
function withoutName(name: string, question: Question, tokenizer: Tokenizer): Question {
  const [said = '', ...earlier] = question.said;
  const rest = said.replace(name, ' ');
  const asked = understand(rest, tokenizer);
  return question.english !== undefined || asked.content.length === 0
    ? { ...question, said: [rest, ...earlier] }
    : { ...asked, source: question.source };
}

interface Named {
  /** The part of the question that names the articles. */
  readonly name: string;
  readonly named: readonly Article[];
}

function byTitle(said: string, articles: readonly Article[]): Named {
  const [name = '', title = ''] = IN_TITLE_MARKS.exec(said) ?? [];
  return { name, named: title === '' ? [] : articles.filter((one) => titleContains(one, title)) };
}

/** The year is the one in a title, and where no title has it, the year of publication. */
function byYear(said: string, articles: readonly Article[]): Named {
  const [name = '', year = '', kind = ''] = YEAR_AND_KIND.exec(said) ?? [];
  if (name === '') return { name, named: [] };
  const ofKind = ANY_KIND.test(kind)
    ? articles
    : articles.filter((one) => titleContains(one, kind));
  const titled = ofKind.filter((one) => titleContains(one, year));
  return {
    name,
    named: titled.length > 0 ? titled : ofKind.filter(({ date }) => date?.startsWith(year)),
  };
}

function bySource(said: string, articles: readonly Article[]): Named {
  const quoted = [...sourcesOf(articles)].filter(([source]) => quotes(said, source) !== undefined);
  const [first] = quoted;
  const name = (first && quotes(said, first[0])) ?? '';
  return { name, named: quoted.flatMap(([, ofSource]) => ofSource) };
}

/** The articles of each source: a corpus has few, and every question is compared with each. */
const sourcesOf = memoByObject((articles: readonly Article[]) => {
  const bySource = new Map<string, Article[]>();
  for (const article of articles) {
    const source = article.source === undefined ? '' : normalize(article.source).text;
    if (source === '') continue;
    const others = bySource.get(source);
    if (others === undefined) bySource.set(source, [article]);
    else others.push(article);
  }
  return bySource;
});

function quotes(said: string, name: string): string | undefined {
  if (name.length < 2) return undefined;
  const at = said.indexOf(name);
  if (at < 0) return undefined;
  const [behind] = new RegExp(`^${QUOTED_AS}`).exec(said.slice(at + name.length)) ?? [];
  return behind === undefined ? undefined : name + behind;
}

/** The articles whose title contains a normalised text; where one is no more than that, it alone. */
export function articlesTitled(title: string, articles: readonly Article[]): readonly Article[] {
  const bare = title.replace(/\s/g, '');
  const exact = articles.filter((article) => headOf(article).title === bare);
  return exact.length > 0 ? exact : articles.filter((article) => titleContains(article, bare));
}

/** Whether an article's title contains a normalised text, white space apart. */
function titleContains(article: Article, run: string): boolean {
  return headOf(article).title.includes(run.replace(/\s/g, ''));
}

interface Head {
  /** Normalised, without white space. */
  readonly title: string;
  readonly source: string;
}

/** What names an article, normalised once: every question is compared with every article. */
const headOf = memoByObject(
  ({ title, source = '' }: Article): Head => ({
    title: normalize(title).text.replace(/\s/g, ''),
    source: normalize(source).text,
  }),
);
