import type { Bubble, Run } from './transcript.ts';

/** One conversation of a page, from what was really said. */
export interface Conversation {
  readonly title: string;
  readonly bubbles: readonly Bubble[];
}

interface Look {
  readonly width: number;
  readonly light: Readonly<Record<Colour, string>>;
  readonly dark: Readonly<Record<Colour, string>>;
}

type Colour =
  | 'page'
  | 'ink'
  | 'grey'
  | 'bot'
  | 'person'
  | 'quote'
  | 'bar'
  | 'button'
  | 'label'
  | 'link';

/** About as the two platforms look: Telegram on a phone, Discord in a window. */
export const LOOKS: Readonly<Record<'telegram' | 'discord', Look>> = {
  telegram: {
    width: 400,
    light: {
      ...{ page: '#cfdbe2', ink: '#111', grey: '#5b6670', bot: '#fff', person: '#e2f7cb' },
      ...{ quote: '#eef4fa', bar: '#3f87c6', button: '#9fb4c2', label: '#0b1a24', link: '#1565a7' },
    },
    dark: {
      ...{ page: '#0e1621', ink: '#f2f4f6', grey: '#9aa8b5', bot: '#1b2836', person: '#2b5278' },
      ...{ quote: '#22364a', bar: '#64a9e0', button: '#2c3f52', label: '#fff', link: '#7cc0f5' },
    },
  },
  discord: {
    width: 560,
    light: {
      ...{ page: '#fff', ink: '#1f2124', grey: '#5c5e66', bot: '#fff', person: '#fff' },
      ...{ quote: '#f2f3f5', bar: '#80848e', button: '#e3e5e8', label: '#1f2124', link: '#0067b8' },
    },
    dark: {
      ...{ page: '#313338', ink: '#f0f1f3', grey: '#b0b3ba', bot: '#313338', person: '#313338' },
      ...{ quote: '#2b2d31', bar: '#6d6f78', button: '#4e5058', label: '#fff', link: '#3dadff' },
    },
  },
};

const STYLE = `
*{box-sizing:border-box}
body{margin:0;display:flex;font:15px/22px -apple-system,"Segoe UI","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
.phone{padding:12px;background:var(--page);color:var(--ink)}
.row{display:flex;margin-bottom:8px}
.telegram .person{justify-content:flex-end}
.telegram .column{max-width:92%}
.telegram .bot .column{min-width:260px}
.bubble{border-radius:10px;padding:7px 11px;white-space:pre-wrap;overflow-wrap:anywhere;background:var(--bot)}
.person .bubble{background:var(--person)}
.discord .bubble{padding:0}
.name{font-weight:600;font-size:14px}
.quote{background:var(--quote);border-left:3px solid var(--bar);border-radius:4px;padding:3px 9px;margin:4px 0}
.small{color:var(--grey);font-size:13px}
.link{color:var(--link);text-decoration:underline}
.aside{color:var(--grey);font-size:13px;text-align:center;margin:0 0 8px}
.buttons{display:flex;gap:5px;margin-top:4px}
.button{background:var(--button);color:var(--label);border-radius:8px;text-align:center;padding:4px 10px;overflow-wrap:anywhere}
.telegram .button{flex:1}
.discord .column{width:100%}
.folded{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden}
svg{height:16px;width:16px;vertical-align:-2px}`;

/** Signs that a machine without a font of emoji would show as boxes. */
const THUMB =
  '<path fill="#e5a50a" d="M1 10h5v11H1zM8 10l4-8c2 0 3 1 3 3l-1 4h6c1 0 2 1 2 2l-2 9c0 1-1 1-2 1H8z"/>';
const SIGNS: Readonly<Record<string, string>> = {
  '👍': `<svg viewBox="0 0 24 24"><title>👍</title>${THUMB}</svg>`,
  '👎': `<svg viewBox="0 0 24 24"><title>👎</title><g transform="rotate(180 12 12)">${THUMB}</g></svg>`,
  '📄': '<svg viewBox="0 0 24 24"><title>📄</title><path fill="none" stroke="currentColor" stroke-width="2" d="M5 2h10l4 4v16H5zM8 10h8M8 14h8"/></svg>',
};

/** A page with a conversation twice, side by side: in light and in dark. */
export function conversationPage(
  platform: keyof typeof LOOKS,
  { title, bubbles }: Conversation,
): string {
  const look = LOOKS[platform];
  const phones = (['light', 'dark'] as const).map((theme) => {
    const colours = Object.entries(look[theme]).map(([name, value]) => `--${name}:${value}`);
    const rows = bubbles.map((bubble) => draw(bubble, platform)).join('\n');
    return `<div class="phone ${platform}" style="width:${look.width}px;${colours.join(';')}">\n${rows}\n</div>`;
  });
  return `<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body>
${phones.join('\n')}
</body></html>
`;
}

function draw({ from, runs, buttons = [], aside }: Bubble, platform: string): string {
  if (aside !== undefined && runs.length === 0)
    return `<div class="aside">${escapeHtml(aside)}</div>`;
  const name =
    platform === 'discord' ? `<div class="name">${from === 'bot' ? '原文' : '李'}</div>` : '';
  const rows = buttons.map(
    (row) =>
      `<div class="buttons">${row.map((label) => `<div class="button">${escapeHtml(label)}</div>`).join('')}</div>`,
  );
  const note = aside === undefined ? '' : `<div class="small">${escapeHtml(aside)}</div>`;
  return `<div class="row ${from}"><div class="column">${name}<div class="bubble">${joined(runs)}</div>${rows.join('')}${note}</div></div>`;
}

/** A quotation is a block: the line ends around it would show as empty lines. */
function joined(runs: readonly Run[]): string {
  return runs
    .map((run, i) => {
      let { text } = run;
      if (!run.quote && runs[i - 1]?.quote) text = text.replace(/^\n/, '');
      if (!run.quote && runs[i + 1]?.quote) text = text.replace(/\n$/, '');
      const words = run.bold ? `<b>${escapeHtml(text)}</b>` : escapeHtml(text);
      if (run.quote && !runs[i - 1]?.quote)
        return `<div class="quote${run.folded ? ' folded' : ''}">${words}${runs[i + 1]?.quote ? '' : '</div>'}`;
      if (run.quote) return `${words}${runs[i + 1]?.quote ? '' : '</div>'}`;
      if (run.link) return `<span class="link">${words}</span>`;
      return run.small ? `<span class="small">${words}</span>` : words;
    })
    .join('');
}

function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)
    .replace(/👍|👎|📄/gu, (sign) => SIGNS[sign] ?? sign);
}
