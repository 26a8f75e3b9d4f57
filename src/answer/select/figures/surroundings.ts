import type { Figure } from '../../../figures/parts/figure.ts';
import { parsePeriods } from '../../../figures/parts/periods.ts';
import { titledPlace } from '../../../figures/parts/unlisted-places.ts';
import { writtenOn } from '../../../figures/parts/written-on.ts';
import type { CorpusKnowledge } from '../../../knowledge/corpus-knowledge.ts';
import { normalize } from '../../../language/normalize.ts';
import { lazy } from '../../../util/lazy.ts';
import type { Ranked } from '../../rank/rank.ts';

/** The text around a figure, from which a figure without an actor or a period takes its own; read on demand. */
export interface Surroundings {
  /** Text that would name the actor of a figure which names none itself. */
  subjects(): string;
  /** Periods named before it in its paragraph, or in the title and heading above. */
  periods(figure: Figure): readonly string[];
  /** What its sentence says before it, normalised. */
  lead(figure: Figure): string;
  /** Whether a figure of which nothing says when it holds may be of a period. */
  mayHold(period: string): boolean;
}

/** The paragraph so far, its heading, and the place and time that the whole article is about. */
export function surroundingsOf(
  { found: { article, paragraph }, sentence }: Ranked,
  homeOf: CorpusKnowledge['homeOf'],
): Surroundings {
  const heading = paragraph.heading ?? '';
  const before = article.text.slice(paragraph.span.start, sentence.span.end);
  return {
    subjects: lazy(() => {
      const { province = '', city = '' } = homeOf(article);
      const home = article.title.includes(province) ? province : `${province}\n${city}`;
      const titled = titledPlace(normalize(article.title).text) ?? '';
      return normalize([titled, heading, home, before].join('\n')).text;
    }),
    // each apart: 明年 in the title must not lend its year to a month in the paragraph
    periods: ({ start }) =>
      [article.title, heading, article.text.slice(paragraph.span.start, start)].flatMap((text) =>
        parsePeriods(normalize(text).text, writtenOn(article)).map(({ period }) => period),
      ),
    lead: ({ start }) => normalize(article.text.slice(sentence.span.start, start)).text,
    // an article without a day may be of any year, if it names none other; one with a day speaks of its own
    mayHold: (period) => {
      const day = writtenOn(article);
      if (day !== undefined) return day.startsWith(period);
      return article.text.includes(period.slice(0, 4)) || !ANY_YEAR.test(article.text);
    },
  };
}

const ANY_YEAR = /(?:19|20)[0-9]{2}年/;
