/**
 * A chat platform of your own: it hands over what people type and press, and renders the cards. Here
 * a platform of plain lines, on which a button is pressed by its number: `node
 * dist/docs/examples/own-platform.js [FOLDER]`, with lines from standard input.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import {
  type Block,
  type Button,
  type Card,
  conversationKey,
  createBot,
  createChat,
  decodeAction,
  encodeAction,
  loadCorpus,
} from '../../src/index.ts';

/** UTF-16 units of quotation that fit a message of this platform. */
const ROOM = 400;

const bot = await createBot(await loadCorpus(process.argv[2] ?? 'corpus'));
// votes are kept in this folder; of a real platform it is one that lasts
const chat = createChat(bot, mkdtempSync(join(tmpdir(), 'own-platform-')));
/** What the buttons of the last message carry: a real platform keeps these strings for us. */
let carried: readonly string[] = [];

/** What is the article's own is marked, so that nobody takes our words for a quotation. */
function lineOf(block: Block): string {
  switch (block.kind) {
    case 'quote':
      return `> ${block.text}`;
    case 'figure':
      return `= ${block.text}  ${block.about}`;
    case 'citation':
    case 'note':
    case 'words':
      return block.text;
  }
}

function show(blocks: readonly Block[], buttons: readonly Button[]): void {
  for (const block of blocks) console.log(lineOf(block));
  carried = buttons.map(({ action }) => encodeAction(action));
  console.log(buttons.map(({ label }, i) => `[${i + 1}] ${label}`).join('  '));
}

async function showCard({ blocks, view, buttons }: Card): Promise<void> {
  const below = view && (await chat.view(view, ROOM));
  show([...blocks, ...(below?.blocks ?? [])], [...(below?.buttons ?? []), ...buttons.flat()]);
}

async function press(data: string, person: string): Promise<void> {
  const action = decodeAction(data)?.action;
  if (action?.kind === 'vote') {
    // names voter and message, so that the same press counts once
    const vote = action.up ? 'up' : 'down';
    await chat.vote(`${person} ${data}`, { platform: 'lines', vote }, action.ref);
  } else if (action?.kind === 'show' || action?.kind === 'figure') {
    const below = await chat.view(action, ROOM);
    if (below) show(below.blocks, below.buttons);
  } else if (action?.kind === 'ask') {
    const question = await chat.suggested(action);
    if (question !== undefined) await showCard(await chat.askAloud(question, person));
  }
}

const person = conversationKey('lines', 'only');
for await (const line of createInterface({ input: process.stdin })) {
  if ((await chat.allow(person)) !== 'yes') continue;
  const data = carried[Number(line) - 1];
  if (data === undefined) await showCard(await chat.ask(line, person));
  else await press(data, person);
}
