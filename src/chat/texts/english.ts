import type { ArticleFault, MissingFact } from '../../corpus/check-article.ts';
import type { Texts } from './texts.ts';

/** Where a fact is added that a file does not give. */
function remedy({ place, file, field, value }: MissingFact): string {
  switch (place) {
    case 'line':
      return `add "${field}":"${value}" to its line`;
    case 'frontMatter':
      return `add ${field}: ${value} at the top of the file`;
    case 'beside':
      return `add ${field}: ${value} in a file ${file}.yaml beside it`;
  }
}

function faultText(fault: ArticleFault): string {
  switch (fault.kind) {
    case 'noDate':
      return fault.relative === undefined
        ? `It has no date; ${remedy(fault.add)}`
        : `It has no date, so nobody can tell when “${fault.relative}” is; ${remedy(fault.add)}`;
    case 'noTitle':
      return `It has no title; ${remedy(fault.add)}`;
    case 'longTitle':
      return `Its title looks like a paragraph; ${remedy(fault.add)}`;
    case 'garbled':
      return `It holds garbled characters (${fault.characters}); save it again from its source`;
    case 'notChinese':
      return 'It does not look like Chinese; if it is garbled, save it again from its source';
    case 'cut':
      return `${fault.paragraphs} of its paragraphs end in mid-sentence; save it again from its source, without hard line breaks`;
    case 'bareTable':
      return `The table in paragraph ${fault.paragraph} has no header, so its figures have no names; add a row that names the columns`;
  }
}

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
  welcome: (ask) =>
    `Hello! I answer questions in the articles’ own words, and say so where they do not answer. Use ${ask}, or reply to me; try one of these:`,
  textOnly: 'I only read text: please ask in a sentence.',
  unanswered: (groups) =>
    groups === 0 ? 'Nothing was left unanswered lately.' : `Left unanswered lately (${groups}):`,
  weekly: (groups) =>
    groups === 0
      ? 'Nothing was left unanswered this week.'
      : `Unanswered, unsure or voted down this week (${groups}), with the nearest passages:`,
  wereUnsure: (count) => `${count} unsure`,
  wereDown: (count) => `${count} 👎`,
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
  corpus: {
    usage: (command, largest) =>
      `Send me a file (.txt .md .html .docx .pdf, up to ${largest} MB) or an address. I show what I read of it, and take it in when you say so.
${command} add ADDRESS: reads a page
${command} list: the files at hand
${command} check: what to mend in the articles
${command} remove FILE: takes one away`,
    read: (file) => `Read, and not taken in yet: ${file}`,
    sound: 'Nothing to mend was found.',
    faults: (count) => `${count} to mend:`,
    fault: faultText,
    faultOf: (file, fault) => `${file}: ${fault}`,
    isThere: 'There is a file of this name. Replace it? The old one is kept apart.',
    take: 'Take it in',
    replace: 'Replace it',
    drop: 'No',
    dropped: 'It was not taken in.',
    taken: (file) => `Taken in: ${file}. I am reading it, and tell you when it can be asked.`,
    ready: (title) => `Can be asked now: 《${title}》`,
    notReady: (file) =>
      `${file} was taken in and has not been read. See the log, or ask “check” what is wrong.`,
    largeMegabytes: (most) => `The file is too large: ${most} MB at most.`,
    notFetched: 'The file could not be fetched: please send it again.',
    incoming: {
      address: () => 'This is no address of a page: one begins with https:// or http://.',
      private: () =>
        'This leads into a private network, and only public pages are fetched: save the page and send me the file.',
      unreachable: (why) =>
        `It cannot be reached (${why}). Check the address, or save the page and send me the file.`,
      status: (status) =>
        `Its server refuses it (status ${status}). Check the address, or save the page and send me the file.`,
      size: () => 'It is empty or too large: keep what is needed of it.',
      type: (type) => `This type is not read${type && ` (${type})`}.`,
      format: () => 'This kind of file is not read: save it as .txt, .md, .html, .docx or .pdf.',
      unread: (why) => `It holds nothing that could be quoted${why && ` (${why})`}.`,
      known: (file) => `This address is at hand already: ${file}.`,
      whole: () => 'Beside an articles.jsonl no other file is read: change that file.',
      missing: () => 'There is no such file in the folder.',
      name: () => 'This name of a file cannot be used: please give it another.',
      exists: (file) => `There is a file of this name: ${file}.`,
      failed: () => 'It could not be written: check the folder’s permissions and room.',
      expired: () => 'It waited for too long and is gone: please send it again.',
    },
    filesHeld: (count) => `${count} ${count === 1 ? 'file' : 'files'} of articles:`,
    whichFile: (words) => `There is no one file named “${words}”. “list” shows the names.`,
    confirmRemoval: (file, title) =>
      `Take ${file} (《${title}》) away? It is kept apart, from where it can be put back.`,
    remove: 'Take away',
    removed: (file) => `Taken away: ${file}. It is not asked any more in a moment.`,
    notRemoved: 'It was not taken away: the file holds many articles, or the folder is read-only.',
    faultsHeld: (count) => (count === 0 ? 'Nothing to mend was found.' : `${count} to mend:`),
  },
};
