/** Text in one manner; `quote` stands in a block of its own. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly small?: boolean;
  readonly quote?: boolean;
  readonly link?: boolean;
  /** A quotation that opens on demand. */
  readonly folded?: boolean;
}

/** One message of a transcript: a person's, or the bot's with its buttons. */
export interface Bubble {
  readonly from: 'person' | 'bot';
  readonly runs: readonly Run[];
  readonly buttons?: readonly (readonly string[])[];
  /** What happened beside words: a button pressed, who else sees it. */
  readonly aside?: string;
}

const WIDTH = 640;
const BUBBLE = 540;
const LINE = 22;
const SIZE = 15;

const STYLE = `
body,div{box-sizing:border-box;font:${SIZE}px/${LINE}px -apple-system,"Segoe UI","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
.page{background:#dfe7ec;padding:12px;width:${WIDTH}px}
.row{display:flex;margin-bottom:8px}.person{justify-content:flex-end}
.bubble{background:#fff;border-radius:10px;padding:8px 12px;max-width:${BUBBLE}px;white-space:pre-wrap;overflow-wrap:anywhere;color:#111}
.person .bubble{background:#e2f7cb}
.quote{background:#eef4fa;border-left:3px solid #5a9bd5;padding:2px 8px;margin:4px 0}
.small{color:#667}.buttons{display:flex;gap:6px;margin:4px 0 0;max-width:${BUBBLE}px}
.button{flex:1;background:#b9cbd8;color:#123;border-radius:8px;text-align:center;padding:4px 8px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.column{max-width:${BUBBLE}px}`;

/** A picture (SVG) of a conversation, in the manner of messengers, from what was really said. */
export function transcript(title: string, said: readonly Bubble[]): string {
  const bubbles = said.map((bubble) => ({ ...bubble, runs: withoutGaps(bubble.runs) }));
  const height = 24 + bubbles.reduce((sum, bubble) => sum + heightOf(bubble), 0);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" role="img" aria-label="${escapeXml(title)}">
<style>${STYLE}</style>
<foreignObject width="${WIDTH}" height="${height}"><div xmlns="http://www.w3.org/1999/xhtml" class="page" style="height:${height}px">
${bubbles.map(draw).join('\n')}
</div></foreignObject></svg>
`;
}

/** A quotation is a block: the line ends around it would show as empty lines. */
function withoutGaps(runs: readonly Run[]): Run[] {
  return runs.map((run, i) => {
    if (run.quote) return run;
    const before = runs[i - 1]?.quote ? run.text.replace(/^\n/, '') : run.text;
    return { ...run, text: runs[i + 1]?.quote ? before.replace(/\n$/, '') : before };
  });
}

function draw({ from, runs, buttons = [] }: Bubble): string {
  const text = runs.map((run) => {
    const words = run.bold ? `<b>${escapeXml(run.text)}</b>` : escapeXml(run.text);
    if (run.quote) return `<div class="quote">${words}</div>`;
    return run.small ? `<span class="small">${words}</span>` : words;
  });
  const rows = buttons.map(
    (row) =>
      `<div class="buttons">${row.map((label) => `<div class="button">${escapeXml(label)}</div>`).join('')}</div>`,
  );
  return `<div class="row ${from}"><div class="column"><div class="bubble">${text.join('')}</div>${rows.join('')}</div></div>`;
}

/** About as high as the text comes out: a Chinese character is as wide as it is high. */
function heightOf({ runs, buttons = [] }: Bubble): number {
  const columns = (BUBBLE - 28) / SIZE;
  const wide = (text: string) =>
    [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x2000 ? 0.56 : 1), 0);
  const blocks = runs
    .map(({ text, quote }) => (quote ? `\n${text}\n` : text))
    .join('')
    .replace(/\n{2,}/g, (gap) => (gap.length > 2 ? '\n\n' : gap))
    .split('\n');
  const lines = blocks.reduce(
    (sum, block) => sum + Math.max(1, Math.ceil(wide(block) / columns)),
    0,
  );
  return lines * LINE + 16 + 8 + buttons.length * 36 + runs.filter(({ quote }) => quote).length * 4;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
