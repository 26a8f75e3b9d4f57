import type { NotReckoned } from '../../figures/arithmetic.ts';
import type { Constraint } from '../../figures/lookup.ts';
import { englishAmount, englishPeriod, englishTitle } from '../format-values.ts';
import { type Messages, PLACES_NAMED, VALUES_NAMED } from './messages.ts';

const NOT_RECKONED: Readonly<Record<NotReckoned['reason'], string>> = {
  count: 'There are not enough figures to compare.',
  unit: 'The figures are in different units and cannot be reckoned with together.',
  percent: 'Percentages cannot be added up.',
  period: 'The figures are of different periods and cannot be reckoned with together.',
  actor: 'The figures are of different places or organisations.',
  range: 'The article gives a range, which yields no exact figure.',
  ordinal: 'Ordinal numbers cannot be reckoned with.',
  zero: 'The divisor is zero.',
};

const CONSTRAINTS: Readonly<Record<Constraint, string>> = {
  words: 'measure',
  unit: 'unit',
  direction: 'direction',
  period: 'period',
  actor: 'place or organisation',
};

/** Behind a citation of a scan. */
const RECOGNIZED = ' (text recognised by a machine)';

export const ENGLISH: Messages = {
  notInText: 'I found no answer.',
  headUnknown: 'The article does not state this.',
  tooLong: 'The question is too long: please ask in a sentence or two.',
  whichMeant: 'There are several articles: say which name, place or time is meant.',
  unreadable: 'The articles cannot be read just now: please ask again later.',
  stillReading: (read, of) =>
    ` Only ${read} of ${of} articles are read yet, and another may have the answer: please ask again later.`,
  help: 'Ask in a sentence. I answer in the article’s own words, in Chinese, and say so where it does not answer.',
  welcome: 'You are welcome. Ask on whenever you like.',
  goAhead: 'Fine. Ask on whenever you like.',
  articles: (titles, more) =>
    `${titles.length + more} article${titles.length + more === 1 ? '' : 's'}: ${titles.map(({ title, date }) => englishTitle(title, date)).join(', ')}${more > 0 ? ' and others' : ''}.`,
  whichArticle: 'There are several articles: say which one is meant.',
  noSuchNumber: () => 'I did not find this number.',
  nearest: 'Nearest passage (not an answer):',
  mayAsk: 'You may ask:',
  period: englishPeriod,
  list: (words) => words.join(', '),
  notMentioned: (word) => `The article does not mention “${word}”.`,
  noClause: (name) => `The article has no ${name}.`,
  severalHave: (name, titles) =>
    `${titles.map((title) => `《${title}》`).join(' and ')} each have a ${name}: please say which is meant.`,
  goesOn: 'Further clauses follow.',
  assumed: (words) => `Read ${words.map(([typed, read]) => `“${typed}” as “${read}”`).join(', ')}.`,
  noFigureOf: (side) => `The article has no figure for ${side}, so there is nothing to compare.`,
  notGiven: (row, column, written) =>
    `The table does not give “${column === '' ? row : column}”${column === '' ? '' : ` of “${row}”`} (the cell ${written === undefined ? 'is empty' : `says “${written}”`}).`,
  noSuchRow: (names) =>
    `No row of the table is ${names.map((name) => `“${name}”`).join(' and ')} at once.`,
  extremeOf: ({ measure, order, values, among }) => {
    const first = values.map(({ name, value }) => `${value} (${name})`).join(', ');
    return `${order === 'most' ? 'Greatest' : 'Least'} of the ${among} values of “${measure}”: ${first}.`;
  },
  meetBound: ({ measure, said, met, among }) =>
    `${met} of the ${among} values of “${measure}” are “${said}”.`,
  rowsShown: (shown, all) => `The first ${shown} of the ${all} rows asked for.`,
  nothingOf: (periods) => `The article says nothing of ${periods}.`,
  onlyFiguresOf: (asked, held) =>
    `The article has no figure for ${asked}; it only has figures for ${held}.`,
  noFigureFor: (asked, nearest) =>
    nearest === undefined
      ? `The article has no figure for ${asked}.`
      : `The article has no figure for ${asked}; the nearest is for ${nearest}.`,
  noChange: (change, held) =>
    `The article does not say by how much it ${change === 'up' ? 'rose' : 'fell'}${held === undefined ? '' : `; what it gives is “${held}”`}.`,
  otherDirection: 'the other direction',
  reported: (claims, withPeriod) =>
    `${claims
      .map(({ title, date, text, period }) => {
        const when = withPeriod && period !== undefined ? ` for ${englishPeriod(period)}` : '';
        return `${englishTitle(title, date)} says ${text}${when}`;
      })
      .join('; ')}.`,
  alsoSaid: (claims) =>
    `${claims
      .map(({ title, date }) => englishTitle(title, date))
      .join(' and ')} ${claims.length === 1 ? 'says' : 'say'} the same.`,
  equal: 'Both are equal',
  higher: (name) => `Higher: ${name}`,
  lower: (name) => `Lower: ${name}`,
  // as the figures beside it, which are the article's own
  amount: ({ digits, scale, unit }) => `${digits}${scale}${unit}`,
  caution: () => 'the figures are not exact, nor is the result',
  notReckoned: ({ reason }) => NOT_RECKONED[reason],
  sentence: (parts) => `${parts.join('; ')}.`,
  noneFound: (constraint, asked, held) => {
    const some = held.slice(0, VALUES_NAMED).join(', ');
    const has =
      held.length === 0
        ? 'the articles state none'
        : `the articles have: ${some}${held.length > VALUES_NAMED ? ' and more' : ''}`;
    return `No figure has the ${CONSTRAINTS[constraint]} “${asked}”; ${has}.`;
  },
  oneOfThese: 'It may be one of these:',
  notSure: 'It may be this one:',
  byReader: 'chosen by a model',
  readerOverruled:
    'A model chose another sentence, which was not used: its time, subject, direction or unit is not that of the question.',
  noneOfNearest: 'None of the nearest sentences answers.',
  nearestFigures: 'Nearest figures (not an answer):',
  figuresUnread: (read, of) =>
    `The figures of ${read} of ${of} articles are read so far; there may be more later.`,
  figuresFound: (all, shown, areMore) =>
    all > shown
      ? `${areMore ? 'More than ' : ''}${all} figures, the first ${shown} of them here; a year, a place or a narrower measure leaves fewer.`
      : `${all} figures; each number shows a sentence:`,
  firstFigures: (all, shown) => `The first ${shown} of ${all} figures.`,
  asked: (question) => `Asked: ${question}`,
  labelOfFigure: (figure, measure, actor) =>
    `Figure: ${[
      englishAmount(figure),
      measure,
      figure.period === undefined ? undefined : englishPeriod(figure.period),
      actor,
    ]
      .filter((part) => part !== undefined && part !== '')
      .join(' · ')}`,
  labelOfPassage: ({ paragraph, title }) =>
    paragraph === 0
      ? `From the head of 《${title}》, in Chinese`
      : `Passage ${paragraph} of 《${title}》, in Chinese`,
  citation: ({ title, paragraph, heading, page, recognized, also = [] }, date, source) => {
    const leaf = page === undefined ? '' : `page ${page}, `;
    const place = paragraph === 0 ? 'head' : `${leaf}paragraph ${paragraph}`;
    const others = also.slice(0, PLACES_NAMED).map((other) => {
      const facts = [other.source, other.date].filter((fact) => fact !== undefined).join(', ');
      return `《${other.title}》${facts === '' ? '' : ` (${facts})`}, paragraph ${other.paragraph}`;
    });
    const more = also.length > PLACES_NAMED ? ` and ${also.length - PLACES_NAMED} more` : '';
    const elsewhere = others.length === 0 ? '' : `; also in ${others.join('; ')}${more}`;
    return `— ${englishTitle(title, date, source)}, ${place}${heading === undefined ? '' : `, ${heading}`}${recognized ? RECOGNIZED : ''}${elsewhere}`;
  },
  citationInSame: ({ paragraph, page }) =>
    `— same article, ${paragraph === 0 ? 'head' : `${page === undefined ? '' : `page ${page}, `}paragraph ${paragraph}`}`,
};
