import type { APIEmbed } from 'discord-api-types/v10';
import { type Path, type Problem, problem } from '../problems.ts';
import { isBlank, lengthOf } from '../text.ts';
import { LIMITS } from './limits.ts';

/** What Discord asks of a message's embeds, one by one and together. */
export function problemsOfEmbeds(embeds: readonly APIEmbed[]): readonly Problem[] {
  if (embeds.length > LIMITS.embeds) return [problem.tooLong(['embeds'], LIMITS.embeds)];
  const problems = embeds.flatMap((embed, index) => problemsOfEmbed(embed, ['embeds', index]));
  const total = embeds.flatMap(textsOf).reduce((sum, text) => sum + lengthOf(text), 0);
  if (total > LIMITS.embedsTotal) {
    problems.push(
      problem.of(
        ['embeds'],
        'MAX_EMBED_SIZE_EXCEEDED',
        `Embed size exceeds maximum size of ${LIMITS.embedsTotal}`,
      ),
    );
  }
  return problems;
}

function problemsOfEmbed(embed: APIEmbed, path: Path): Problem[] {
  const { title, description, footer, author, fields = [], image, thumbnail } = embed;
  const problems: Problem[] = [];
  const check = (text: string | undefined, limit: number, ...at: readonly string[]) => {
    if (text !== undefined && text !== null && lengthOf(text.trim()) > limit) {
      problems.push(problem.tooLong([...path, ...at], limit));
    }
  };
  check(title, LIMITS.embedTitle, 'title');
  check(description, LIMITS.embedDescription, 'description');
  check(footer?.text, LIMITS.embedFooter, 'footer', 'text');
  check(author?.name, LIMITS.embedAuthor, 'author', 'name');
  if (fields.length > LIMITS.embedFields) {
    problems.push(problem.tooLong([...path, 'fields'], LIMITS.embedFields));
  }
  fields.forEach(({ name, value }, index) => {
    const at = ['fields', String(index)];
    check(name, LIMITS.embedFieldName, ...at, 'name');
    check(value, LIMITS.embedFieldValue, ...at, 'value');
    if (isBlank(name)) problems.push(problem.required([...path, ...at, 'name']));
    if (isBlank(value)) problems.push(problem.required([...path, ...at, 'value']));
  });
  if (textsOf(embed).every(isBlank) && image === undefined && thumbnail === undefined) {
    problems.push(problem.required([...path, 'description']));
  }
  return problems;
}

function textsOf({ title, description, footer, author, fields = [] }: APIEmbed): string[] {
  return [
    title,
    description,
    footer?.text,
    author?.name,
    ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
  ].map((text) => (text ?? '').trim());
}
