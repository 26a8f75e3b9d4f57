import { choose } from './answer/choose.ts';
import { composeAnswer, composeHead, composeHelp, composeRefusal } from './answer/compose.ts';
import { expand } from './answer/expand.ts';
import { candidatesOf } from './answer/features.ts';
import { inherit, isFollowUp } from './answer/follow-up.ts';
import { answerFromHead } from './answer/head.ts';
import { missingAttribute, probability } from './answer/judge.ts';
import { JUDGE } from './answer/model.ts';
import { mismatchNotice } from './answer/notice.ts';
import { searchTerms, understand } from './answer/question.ts';
import { rank } from './answer/rank.ts';
import type { Article, Corpus } from './article/types.ts';
import { Conversations } from './conversation.ts';
import { extractFigures } from './figures/extract.ts';
import type { Figure } from './figures/types.ts';
import { createAbbreviations } from './language/abbreviations.ts';
import { findNames } from './language/names.ts';
import { normalize } from './language/normalize.ts';
import { teach } from './language/segment.ts';
import type { Reply } from './reply.ts';
import { createMiniSearch } from './search/minisearch.ts';
import { indexParagraphs } from './search/paragraph-index.ts';

/** What adapters talk to. */
export interface Bot {
  /**
   * Answers one question. Turns that share a `conversation` are one conversation, in order.
   * Never throws on any question, however malformed.
   */
  ask(question: string, conversation?: string): Reply;
}

/** Paragraphs whose sentences are compared: the right one is among the first five 96 times in 100. */
const PARAGRAPHS_COMPARED = 6;

const HELP = /^(?:\/?help|帮助|怎么用|使用说明|你好|您好|hi|hello|你是谁|你能做什么|你会什么)$/;
const WORD = /[\p{L}\p{N}]/u;

/** Indexes a corpus and answers from it. Loads jieba: about a second, once a process. */
export function createBot(corpus: Corpus): Bot {
  const names = new Set(corpus.articles.flatMap(({ text }) => findNames(normalize(text).text)));
  teach(names);
  const fullNames = createAbbreviations(names);
  const index = indexParagraphs(corpus, createMiniSearch());
  const figures = new Map<string, readonly Figure[]>();
  const figuresOf = (article: Article): readonly Figure[] => {
    let known = figures.get(article.id);
    if (known === undefined) {
      known = extractFigures(article);
      figures.set(article.id, known);
    }
    return known;
  };
  const conversations = new Conversations();

  function ask(source: string, conversation?: string): Reply {
    const asked = understand(source);
    const bare = asked.normalized.replace(/[^\p{L}\p{N}/]+/gu, '');
    if (!WORD.test(bare) || HELP.test(bare))
      return composeHelp(source, '用中文提问即可，我只用文章的原话回答。', []);

    const last = conversation === undefined ? undefined : conversations.last(conversation);
    const head = answerFromHead(asked, corpus.articles, last?.article);
    const headReply = head && composeHead(source, head);
    if (headReply !== undefined) {
      if (conversation !== undefined && head !== undefined) {
        conversations.remember(conversation, {
          question: asked,
          article: head.article.id,
          paragraph: 0,
        });
      }
      return headReply;
    }

    const question = expand(
      last !== undefined && isFollowUp(asked) ? inherit(asked, last) : asked,
      { seen: (term) => index.documentFrequency(term) > 0, fullNames },
    );
    const found = index.search(searchTerms(question), PARAGRAPHS_COMPARED);
    const ranked = rank(candidatesOf(question, found, index));
    const [best, ...rest] = ranked;
    const likely = best !== undefined && probability(ranked) >= JUDGE.threshold;
    const choice = likely ? choose(question, [best, ...rest], figuresOf) : undefined;
    if (conversation !== undefined) {
      conversations.remember(conversation, {
        question,
        ...(best === undefined
          ? {}
          : { article: best.found.article.id, paragraph: best.found.paragraph.number }),
      });
    }
    const missing = missingAttribute(question, ranked, index);
    if (missing !== undefined) {
      return composeRefusal(source, ranked, `文中没有提到“${missing}”。`, []);
    }
    if (choice === undefined) return composeRefusal(source, ranked, '文中没有说。', []);
    if ('mismatch' in choice) return composeRefusal(source, ranked, mismatchNotice(choice), []);
    const others = ranked.filter((candidate) => candidate !== choice.best);
    return composeAnswer(question, [choice.best, ...others], index, choice.figures, '');
  }

  return { ask };
}
