import { createBot } from '../../src/bot/bot.ts';
import { articleOf } from './article.ts';

/** The reply to a question asked of one page of text. */
export async function asked(text: string, question: string) {
  return (await createBot({ articles: [articleOf('page', text)], problems: [] })).ask(question);
}

/** What is marked in the lead of that reply. */
export async function marked(text: string, question: string): Promise<string[]> {
  const { lead, highlights } = await asked(text, question);
  return highlights.map(([start, end]) => lead.slice(start, end));
}
