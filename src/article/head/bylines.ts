import { span } from '../../util/span.ts';
import { readNames } from '../text/person-names.ts';
import { OFFICES, PUBLISHER_ENDINGS } from './data/head-words.ts';
import { type HeadPage, note } from './head-draft.ts';

const OFFICE = new RegExp(`^.{0,24}(?:${OFFICES.join('|')})`, 'u');
const PUBLISHER = new RegExp(`^[\\p{L}\\p{N}]{2,24}(?:${PUBLISHER_ENDINGS})$`, 'u');

/**
 * Takes who gives the speech, 国务院总理　李克强 on one line or on two, from lines `[from, to)`.
 * Returns the number of the last line taken, or -1.
 */
export function takeSpeaker(page: HeadPage, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const line = page.lines[i];
    const next = i + 1 < to ? page.lines[i + 1] : undefined;
    const office = page.taken.has(i) ? undefined : OFFICE.exec(line?.text ?? '')?.[0];
    if (line === undefined || office === undefined) continue;
    const onNext = office === line.text && next?.gap === 'none';
    const holder = onNext ? next : line;
    const skip = onNext ? 0 : office.length;
    const rest = holder.text.slice(skip);
    const [name, ...more] = (onNext || /^\s/u.test(rest) ? readNames(rest) : undefined) ?? [];
    if (name === undefined || more.length > 0) continue;
    const start = holder.span.start + skip + name.start;
    page.facts.push({
      field: 'author',
      value: name.value,
      span: span(start, start + name.end - name.start),
      // The office is part of what is quoted when somebody asks who spoke.
      line: span(line.span.start, holder.span.end),
    });
    page.taken.add(i);
    if (onNext) page.taken.add(i + 1);
    return onNext ? i + 1 : i;
  }
  return -1;
}

/** Takes lines between the title and the last line of the head that name who publishes. */
export function takePublishers(page: HeadPage, title: number, last: number): void {
  for (let i = title + 1; i < last; i++) {
    // 政府工作报 may be the beginning of the title, printed again and broken.
    const titled = page.lines[title]?.text.includes(page.lines[i]?.text ?? '') ?? false;
    if (!titled) takePublisher(page, i);
  }
}

/** Takes 国家统计局 above the date that signs a bulletin, from line `from` on. */
export function takeSignature(page: HeadPage, from: number): void {
  const known = page.facts.some((fact) => fact.field === 'source');
  for (let i = from; i + 1 < page.lines.length; i++) {
    const dated = page.facts.some(
      (fact) => fact.field === 'date' && fact.line.start === page.lines[i + 1]?.span.start,
    );
    if (dated) takePublisher(page, i, known);
  }
}

/** Whether a line is the name of somebody who publishes, and nothing else. */
export function isPublisherName(line: string): boolean {
  return PUBLISHER.test(line);
}

function takePublisher(page: HeadPage, i: number, known = false): void {
  const text = page.lines[i]?.text ?? '';
  if (page.taken.has(i) || !PUBLISHER.test(text)) return;
  if (!known) note(page, i, { field: 'source', value: text, start: 0, end: text.length });
  page.taken.add(i);
}
