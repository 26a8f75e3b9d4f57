import type { Article } from '../../article/article.ts';
import type { Block } from '../../article/clauses.ts';
import type { NamedClause } from '../../question/named-clause.ts';
import { messagesFor } from '../../reply/messages/index.ts';
import { withText } from '../../reply/plain-text.ts';
import type { Passage, Reply } from '../../reply/reply.ts';
import { type Span, span } from '../../util/span.ts';
import type { ClauseAnswer, FoundClause } from '../select/from-clause.ts';

/** Passages a reply holds at most. */
const PASSAGE_LIMIT = 5;

/** The reply to a question for a clause: its own words whole, or that no article has it. */
export function composeClause(question: string, named: NamedClause, answer: ClauseAnswer): Reply {
  const say = messagesFor(question);
  if (answer.kind === 'found') return composeFound(question, answer.found);
  const { written, unknown = '' } = named;
  const isSeveral = answer.kind === 'ambiguous';
  const titles = isSeveral ? answer.found.map(({ article }) => article.title) : [];
  return withText({
    ...{ question, outcome: 'unanswered', lead: '', highlights: [], figures: [], suggestions: [] },
    passages: isSeveral ? answer.found.slice(0, PASSAGE_LIMIT).map(passageOf) : [],
    notice: isSeveral ? say.severalHave(written, titles) : say.noClause(unknown + written),
  });
}

function composeFound(question: string, found: readonly [FoundClause, ...FoundClause[]]): Reply {
  const [first] = found;
  const { article, blocks, highlight } = first;
  const say = messagesFor(question);
  const lead = wholeRun(article, blocks);
  const passage = passageOf(first);
  const more = first.more.flatMap(({ blocks: [block, ...rest] }) =>
    block === undefined ? [] : [passageAt(article, block, wholeRun(article, [block, ...rest]))],
  );
  const cut = first.more.length > 0 ? [say.goesOn] : [];
  return withText({
    ...{ question, outcome: 'answered', figures: [], suggestions: [] },
    lead: article.text.slice(lead.start, lead.end),
    highlights:
      highlight === undefined ? [] : [[highlight.start - lead.start, highlight.end - lead.start]],
    passages: [passage, ...found.slice(1).map(passageOf), ...more].slice(0, PASSAGE_LIMIT),
    notice: [say.labelOfPassage(passage), ...cut].filter((part) => part !== '').join('. '),
    certainty: 'sure',
    chosenBy: 'rules',
  });
}

function passageOf({ article, blocks, around }: FoundClause): Passage {
  const lead = wholeRun(article, blocks);
  const whole = wholeRun(article, around);
  // page furniture may stand in the middle of a clause
  const at = whole.start <= lead.start && lead.end <= whole.end ? whole : lead;
  return passageAt(article, blocks[0], at);
}

function passageAt(article: Article, { paragraph }: Block, { start, end }: Span): Passage {
  const page = article.paragraphs[paragraph - 1]?.page;
  return {
    ...{ article: article.id, title: article.title, paragraph },
    ...(page === undefined ? {} : { page }),
    ...(article.recognized && { recognized: article.recognized }),
    ...{ start, end, text: article.text.slice(start, end) },
  };
}

/** Some blocks from the first on, as far as nothing stands between them that is not to be quoted. */
function wholeRun({ furniture }: Article, blocks: readonly [Block, ...Block[]]): Span {
  const { start } = blocks[0].span;
  let { end } = blocks[0].span;
  for (const { span: at } of blocks) {
    const apart = furniture.some((one) => one.span.start >= end && one.span.end <= at.start);
    if (apart) break;
    end = at.end;
  }
  return span(start, end);
}
