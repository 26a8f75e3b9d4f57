import type { Texts } from './texts.ts';

export const ENGLISH: Texts = {
  expired: 'This has expired: please ask again.',
  voted: (mark) => `Thank you, noted: ${mark}`,
  reasons: { wrong: 'Wrong', incomplete: 'Incomplete', notFound: 'Not found', other: 'Other' },
  whyDown: 'What is wrong with it?',
  slowDown: 'That was too fast: please wait a moment before you ask again.',
  stranger: (id) =>
    `Sorry, I only answer certain people and chats. To be one, tell the operator this id: ${id}`,
  welcome:
    'Hello! I answer questions in the articles’ own words, and say so where they do not answer. Use /ask, or reply to me; try one of these:',
  textOnly: 'I only read text: please ask in a sentence.',
  unanswered: (groups) =>
    groups === 0 ? 'Nothing was left unanswered lately.' : `Left unanswered lately (${groups}):`,
  adminsOnly: 'This command is for the operator.',
  noArticle: 'There is no such article: please pick one of the list.',
  previous: '‹ Previous',
  next: 'Next ›',
  wholeParagraph: 'Whole paragraph',
  source: 'Source ↗',
  nearest: 'Nearest passage',
  further: 'You may ask',
  close: 'Close',
  earlierPart: '‹ Before',
  laterPart: 'After ›',
  placeInList: (at, of) => `Passage ${at} of ${of}`,
  partOfParagraph: (at, of) => `part ${at} of ${of} of this paragraph`,
  statUsage: 'Usage: /stat measure [year] [place or organisation], such as “/stat 成交额 2022”.',
  someMeasures: (measures) => `Measures to look up: ${measures.join(', ')}`,
  noArticles: 'There are no articles yet.',
  articlesHeld: (count) => `${count} ${count === 1 ? 'article' : 'articles'}:`,
  articleCounts: (paragraphs, figures) =>
    `${paragraphs} ${paragraphs === 1 ? 'paragraph' : 'paragraphs'}, ${figures} ${figures === 1 ? 'figure' : 'figures'}`,
  undated: 'undated',
  contents: 'Contents',
  leftOut: 'Too long: this is the part that answers. See the whole paragraph for the rest.',
  facts: (facts) => facts.join(', '),
};
