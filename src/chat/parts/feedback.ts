import { REASONS } from '../button-action.ts';
import { said } from '../card.ts';
import { type Chat, conversationKey } from '../chat.ts';
import { groupQuestions } from '../records/alike-questions.ts';
import type { Speech } from '../speech.ts';
import { shorten } from '../split.ts';
import { ASKED_LIMIT } from './answering.ts';
import type { ChatArticles, ChatState } from './chat-state.ts';

/** Groups of unanswered questions that are listed. */
const GROUPS = 15;

/** The part of a chat that keeps what people think of answers, and deletes it. */
export function feedback(
  { bot, digests }: ChatArticles,
  { votes, unmet, weekly, begun }: ChatState,
  { texts }: Speech,
): Pick<Chat, 'forget' | 'reasons' | 'unanswered' | 'unmetQuestions' | 'reportWeekly' | 'vote'> {
  const unanswered: Chat['unanswered'] = async (since) => {
    const all = await unmet.all();
    const groups = groupQuestions(
      since === undefined ? all : all.filter(({ at }) => Date.parse(at) >= since.getTime()),
    );
    const lines = groups.slice(0, GROUPS).map(({ question, count, unsure, down, nearest }) => {
      const marks = [
        ...(unsure > 0 ? [texts.wereUnsure(unsure)] : []),
        ...(down > 0 ? [texts.wereDown(down)] : []),
      ];
      const asked = `${count}× ${shorten(question, ASKED_LIMIT)}`;
      return [
        marks.length > 0 ? `${asked}（${texts.facts(marks)}）` : asked,
        ...(nearest ? [`　${nearest.place}`] : []),
      ].join('\n');
    });
    const above = since === undefined ? texts.unanswered : texts.weekly;
    return said([above(groups.length), ...lines].join('\n'));
  };

  return {
    async forget(platform, person) {
      const isTheirs = (key: string) =>
        key.startsWith(`${platform}:`) && key.endsWith(`:${person}`);
      for (const conversation of [...begun.keys()])
        if (isTheirs(conversation)) begun.delete(conversation);
      await votes.forget(conversationKey(platform, person));
      await bot.forget(isTheirs);
    },
    reasons: (ref) =>
      REASONS.map((reason) => ({
        label: texts.reasons[reason],
        action: { kind: 'reason', reason, ...(ref && { ref }) },
      })),
    unmetQuestions: async () => groupQuestions(await unmet.all()),
    unanswered,
    async reportWeekly(send) {
      const since = await weekly.due();
      if (since === undefined) return;
      await send(await unanswered(since));
      await weekly.sent();
    },
    vote(press, vote, ref) {
      const article = ref && digests.find(ref.article);
      const person = press.slice(press.lastIndexOf(':') + 1);
      return votes.keep(press, conversationKey(vote.platform, person), {
        ...vote,
        ...(ref && article && { article: article.id, paragraph: ref.paragraph }),
      });
    },
  };
}
