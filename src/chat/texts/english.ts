import type { Texts } from './texts.ts';

export const ENGLISH: Texts = {
  expired: 'This has expired: please ask again.',
  voted: (mark) => `Thank you, noted: ${mark}`,
  reasons: { wrong: 'Wrong', incomplete: 'Incomplete', notFound: 'Not found', other: 'Other' },
  whyDown: 'What is wrong with it?',
  slowDown: 'That was too fast: please wait a moment before you ask again.',
  forgotten:
    'Deleted: your conversations, your questions still waiting, your votes, and which answer belongs to which question. Unanswered questions are kept without who asked them, so yours cannot be told from others’; they are deleted in time.',
  privacy: (forget) => `I keep:
• Your questions: out of the journal once answered, after a day at the latest
• The last turn of a conversation: in memory only, for 30 minutes
• 👍 and 👎: question, paragraph, reason and time; no name, only an id that does not tell whose; deleted in time (30 days unless set otherwise)
• Questions without an answer, or without a sure one: the question and the nearest passage, not who asked; deleted in time (30 days unless set otherwise)
Nothing else. If the operator has a language model choose sentences, it is sent the question; nobody else gets anything. ${forget} deletes at once what is kept of you.`,
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
  paragraphOf: (number) => `Paragraph ${number}`,
  source: 'Source ↗',
  nearest: 'Nearest passage',
  further: 'You may ask',
  close: 'Close',
  earlierPart: '‹ Before',
  laterPart: 'After ›',
  placeInList: (at, of) => `Passage ${at} of ${of}`,
  partOfParagraph: (at, of) => `part ${at} of ${of} of this paragraph`,
  chart: 'Chart',
  oneFigure: 'There is one figure only: a chart takes at least two.',
  statUsage:
    'Usage: /stat measure [year] [place or organisation], such as “/stat 成交额 2022”; “/stat chart 成交额” draws a chart.',
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
