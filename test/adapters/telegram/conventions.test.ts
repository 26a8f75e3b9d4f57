import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { MessageEntity } from 'grammy/types';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  refuse,
  type SentMessage,
  startTelegram,
  type TelegramChat,
  type TelegramDouble,
} from '../../doubles/telegram/index.ts';
import { articleOf } from '../../helpers/article.ts';
import {
  ANSWERED,
  BULLETIN,
  BULLETIN_URL,
  chatOver,
  newStateDir,
  PUBLISHED_BULLETIN,
  UNANSWERED,
} from '../../helpers/chat.ts';
import type { RunningBot } from '../running.ts';
import { startBot } from './running.ts';

const [[QUESTION, ANSWER], [OTHER_QUESTION, OTHER_ANSWER]] = ANSWERED;
const stateDir = newStateDir();
const chat = await chatOver(undefined, stateDir);

let telegram: TelegramDouble;
let bot: RunningBot;
let person: TelegramChat;
let me: string;
beforeAll(async () => {
  telegram = await startTelegram();
  bot = startBot(telegram, chat, { stateDir });
  me = `@${telegram.bot.username}`;
});
afterAll(async () => {
  await bot.stop();
  await telegram.close();
});
beforeEach(() => {
  person = telegram.private();
});
// whatever else a test looks at: Telegram refused nothing but what the test provokes
let provoked: string[] = [];
afterEach(() => {
  const refused = telegram.calls.filter(({ outcome }) => outcome === 'refused');
  expect(refused.filter(({ why = '' }) => !provoked.some((each) => why.includes(each)))).toEqual(
    [],
  );
});

const ask = (text: string) => telegram.answerTo(person.says(text));
const marked = ({ text, entities }: SentMessage, type: MessageEntity['type']) =>
  entities
    .filter((each) => each.type === type)
    .map(({ offset, length }) => text.slice(offset, offset + length));
const labels = (message: SentMessage) => message.buttons.map(({ text }) => text);
async function press(message: SentMessage, button: string | RegExp): Promise<void> {
  const label = labels(message).find((each) =>
    typeof button === 'string' ? each === button : button.test(each),
  );
  await telegram.answerToPress(person.presses(message, label ?? String(button)));
}
/** Nothing came for this by the time that a later message was answered. */
async function expectSilence(chatOf: TelegramChat, say: () => unknown): Promise<void> {
  const before = chatOf.sent.length;
  say();
  await telegram.answerTo(telegram.private().says(QUESTION));
  expect(chatOf.sent.length).toBe(before);
}

describe('a private chat', () => {
  it('answers any text with the passage, its answer in bold, figures and citation', async () => {
    const answer = await ask(QUESTION);
    expect(marked(answer, 'bold').join()).toContain(ANSWER);
    expect(answer.text).toMatch(/——《滨江新区2022年水务公报》（2023-04-22，滨江日报）第1段/);
    expect(marked(answer, 'expandable_blockquote')).toHaveLength(1);
    expect(answer.payload['link_preview_options']).toEqual({ is_disabled: true });
    expect(answer.payload['parse_mode']).toBeUndefined();
    expect(answer.payload['reply_parameters']).toMatchObject({ allow_sending_without_reply: true });
    expect(answer.thread).toBeUndefined();
  });

  it('says what the article does not say', async () => {
    const { text } = await ask('滨江新区2019年供水总量是多少？');
    expect(text).toMatch(/^文中没有2019年供水总量的数字[\s\S]*不是答案/);
    expect((await ask(UNANSWERED)).text).not.toMatch(/水厂/);
  });

  it('understands a follow-up of the same person only', async () => {
    await ask('2022年滨江新区供水总量是多少？');
    expect((await ask('那总投资呢？')).text).toContain('超25亿元');
  });

  it('answers a caption, hints once at what has no words, and once for an album', async () => {
    expect((await telegram.answerTo(person.sendsPhoto(QUESTION))).text).toContain(ANSWER);
    expect((await telegram.answerTo(person.sendsSticker())).text).toMatch(/文字/);
    const [first, ...rest] = [1, 2, 3].map(() =>
      person.sendsPhoto(undefined, { extra: { media_group_id: 'album' } }),
    );
    await telegram.answerTo(first!);
    await ask(QUESTION);
    for (const message of rest) expect(telegram.answersTo(message)).toEqual([]);
  });

  it('is silent on service messages, other bots and its own inline results', async () => {
    await expectSilence(person, () => {
      person.sends({ pinned_message: person.says(QUESTION, { deliver: false }) as never });
      person.says(QUESTION, { from: telegram.person({ is_bot: true }) });
      person.says(QUESTION, { extra: { via_bot: telegram.bot } });
    });
  });

  it('reads commands and mentions that run into the question', async () => {
    expect((await ask(`/ask${QUESTION}`)).text).toContain(ANSWER);
    expect((await ask(`${me}，${QUESTION}`)).text).toContain(ANSWER);
    expect((await ask(`/stat每只价格`)).text).toContain('180元');
  });

  it('shows help for what it does not know, and a message that is gone is answered all the same', async () => {
    for (const text of ['/help', '/nonsense', '/ask', '/start', '/start what-is-this'])
      expect((await ask(text)).text).toMatch(/\/stat/);
    const asked = person.says(QUESTION);
    person.deletes(asked);
    await telegram.waitFor('an answer', () =>
      person.sent.some(({ text }) => text.includes(ANSWER)),
    );
  });
});

describe('a group', () => {
  it('answers commands, replies and mentions, and nothing else', async () => {
    const group = telegram.supergroup({ admin: true });
    const answer = await telegram.answerTo(group.says(`/ask${me} ${QUESTION}`));
    expect(answer.text).toContain(ANSWER);
    for (const message of [
      group.says(`/ask ${QUESTION}`),
      group.says(QUESTION, { replyTo: answer }),
      group.says(`${me} ${QUESTION}`),
      group.says(`${QUESTION} ${me.toUpperCase()}`),
    ])
      expect((await telegram.answerTo(message)).text).toContain(ANSWER);
    await expectSilence(group, () => {
      group.says(QUESTION);
      group.says(`@somebody_else ${QUESTION}`);
      group.says(`/ask@somebody_else_bot ${QUESTION}`);
      group.says('/nonsense');
      group.says(QUESTION, { replyTo: group.says('甲') });
      group.sendsSticker();
      group.sendsPhoto();
    });
  });

  it('lets a bare /ask or mention ask what it replies to', async () => {
    const group = telegram.supergroup({ admin: true });
    const said = group.says(QUESTION);
    expect((await telegram.answerTo(group.says('/ask', { replyTo: said }))).text).toContain(ANSWER);
    expect((await telegram.answerTo(group.says(me, { replyTo: said }))).text).toContain(ANSWER);
  });

  it('keeps nothing of what was not said to the bot', async () => {
    const group = telegram.supergroup({ admin: true });
    await expectSilence(group, () => group.says('这是闲聊里的秘密'));
    const journal = join(stateDir, `telegram-${telegram.bot.id}.jsonl`);
    expect(readFileSync(journal, 'utf8')).toContain(QUESTION);
    expect(readFileSync(journal, 'utf8')).not.toContain('这是闲聊里的秘密');
  });

  it('asks a photo’s caption, and answers who writes in the name of a channel', async () => {
    const group = telegram.supergroup({ admin: true });
    const photo = group.sendsPhoto(QUESTION);
    expect((await telegram.answerTo(group.says('/ask', { replyTo: photo }))).text).toContain(
      ANSWER,
    );
    const channel = { id: -100777, type: 'channel', title: '频道' } as const;
    const from = telegram.person({ is_bot: true, username: 'Channel_Bot' });
    const said = group.says(`/ask ${QUESTION}`, { from, extra: { sender_chat: channel } });
    expect((await telegram.answerTo(said)).text).toContain(ANSWER);
  });

  it('keeps the follow-ups of two people apart', async () => {
    const group = telegram.supergroup({ admin: true });
    const [one, two] = [telegram.person(), telegram.person()];
    await telegram.answerTo(group.says(`/ask ${QUESTION}`, { from: one }));
    const stranger = await telegram.answerTo(group.says('/ask 那总投资呢？', { from: two }));
    expect(stranger.text).not.toContain('江北');
    expect(
      (await telegram.answerTo(group.says('/ask 那总投资呢？', { from: one }))).text,
    ).toContain('超25亿元');
  });

  it('answers an administrator who writes in the name of the group', async () => {
    const group = telegram.supergroup({ admin: true });
    const anonymous = telegram.person({ is_bot: true, username: 'GroupAnonymousBot' });
    const asked = group.says(`/ask ${QUESTION}`, {
      from: anonymous,
      extra: { sender_chat: group.chat as never },
    });
    expect((await telegram.answerTo(asked)).text).toContain(ANSWER);
  });

  it('answers in the topic that was asked in, and in General without naming it', async () => {
    const forum = telegram.forum({ admin: true });
    const topic = forum.opensTopic('水务');
    const answer = await telegram.answerTo(forum.says(`/ask ${QUESTION}`, { topic }));
    expect(answer.thread).toBe(topic);
    const general = await telegram.answerTo(forum.says(`/ask ${QUESTION}`));
    expect(general.payload['message_thread_id']).toBeUndefined();
    // every message of a topic hangs on the one that opened it: that alone asks nothing
    await expectSilence(forum, () => forum.says('闲聊', { topic }));
  });
});

describe('an edited question', () => {
  it('changes its answer', async () => {
    const asked = person.says(QUESTION);
    const answer = await telegram.answerTo(asked);
    person.edits(asked, OTHER_QUESTION);
    await telegram.editOf(answer);
    expect(answer.text).toContain(OTHER_ANSWER);
    expect(telegram.answersTo(asked)).toHaveLength(1);
  });

  it('that says the same is no fault', async () => {
    provoked = ['message is not modified'];
    // an answer that is given again suggests other questions
    const asked = person.says('/privacy');
    const answer = await telegram.answerTo(asked);
    person.edits(asked, '/privacy');
    await ask(OTHER_QUESTION);
    expect(answer.edits).toEqual([]);
    expect(telegram.calls.some(({ why }) => why?.includes('not modified'))).toBe(true);
  });

  it('that was not answered before is answered now', async () => {
    const group = telegram.supergroup({ admin: true });
    const asked = group.says(QUESTION);
    await ask(QUESTION);
    group.edits(asked, `${me} ${QUESTION}`);
    expect((await telegram.answerTo(asked)).text).toContain(ANSWER);
  });

  it('whose answer somebody deleted is answered anew', async () => {
    provoked = ['message is not modified', 'message to edit not found'];
    const asked = person.says(QUESTION);
    const answer = await telegram.answerTo(asked);
    person.deletes(answer);
    person.edits(asked, OTHER_QUESTION);
    const next = await telegram.waitFor('a new answer', () => telegram.answersTo(asked)[1]);
    expect(next.text).toContain(OTHER_ANSWER);
    person.edits(asked, QUESTION);
    await telegram.editOf(next);
    expect(next.text).toContain(ANSWER);
  });

  it('is found after a restart', async () => {
    const asked = person.says(QUESTION);
    const answer = await telegram.answerTo(asked);
    await bot.stop();
    bot = startBot(telegram, chat, { stateDir });
    person.edits(asked, OTHER_QUESTION);
    await telegram.editOf(answer);
    expect(answer.text).toContain(OTHER_ANSWER);
  });
});

describe('buttons', () => {
  it('turn over the passages, open the paragraph, and close it again', async () => {
    const answer = await ask(QUESTION);
    const first = answer.text;
    await press(answer, '下一条 ›');
    expect(answer.text).toContain('相关段落 2/');
    await press(answer, '‹ 上一条');
    expect(marked(answer, 'blockquote')).toEqual([BULLETIN.split('\n')[6]]);
    await press(answer, '收起');
    expect(answer.text).toBe(first);
    await press(answer, '看原文段落');
    expect(answer.text).toContain('相关段落 1/');
    expect(person.sent).toHaveLength(1);
  });

  it('ask the suggested question, named above its answer', async () => {
    const help = await ask('/help');
    const label = labels(help).find((each) => each.endsWith('？'))!;
    await press(help, label);
    const answer = await telegram.nextAfter(help);
    expect(answer.text.startsWith(`问：${label}\n`)).toBe(true);
    expect(answer.text).toContain('——《滨江新区2022年水务公报》');
  });

  it('unfold what may be asked next, in place', async () => {
    const answer = await ask(QUESTION);
    expect(answer.keyboard?.inline_keyboard).toHaveLength(2);
    const { text } = answer;
    await press(answer, '还可以问');
    expect(answer.text).toBe(text);
    expect(labels(answer)).not.toContain('还可以问');
    const label = labels(answer).find((each) => each.endsWith('？'))!;
    await press(answer, label);
    expect((await telegram.nextAfter(answer)).text.startsWith(`问：${label}\n`)).toBe(true);
  });

  it('keep a vote without who gave it', async () => {
    const answer = await ask(QUESTION);
    const query = person.presses(answer, '👎');
    expect((await telegram.answerToPress(query)).answer.text).toMatch(/谢谢.*👎/);
    await telegram.answerToPress(person.presses(answer, '👎 ✓'));
    const file = join(stateDir, 'votes.jsonl');
    expect(existsSync(file)).toBe(true);
    const votes = readFileSync(file, 'utf8');
    expect(votes.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(votes)).toMatchObject({
      platform: 'telegram',
      vote: 'down',
      question: QUESTION,
      article: 'bulletin',
      paragraph: 1,
    });
    expect(votes).not.toContain(String(person.person.id));
  });

  it('that are old, foreign or of a message without content are answered as expired', async () => {
    const answer = await ask(QUESTION);
    const forged = [
      'x',
      'v0:page:2',
      '上一条',
      answer.buttons.map((b) => 'callback_data' in b && b.callback_data)[0] || '',
    ];
    for (const [i, data] of forged.entries()) {
      const query = person.pressesData(answer, data, { inaccessible: i === forged.length - 1 });
      expect((await telegram.answerToPress(query)).answer.text).toMatch(/已过期，请重新提问/);
    }
  });

  it('of an article that has changed have expired', async () => {
    const answer = await ask(QUESTION);
    await bot.stop();
    const changed = await chatOver([articleOf('bulletin', `${BULLETIN}\n又及：更正。\n`)]);
    bot = startBot(telegram, changed, { stateDir });
    const query = person.presses(answer, '下一条 ›');
    expect((await telegram.answerToPress(query)).answer.text).toMatch(/已过期/);
    await bot.stop();
    bot = startBot(telegram, chat, { stateDir });
    await press(answer, '下一条 ›');
    expect(answer.text).toContain('相关段落 2/');
  });

  it('pressed while the bot was away are no fault', async () => {
    provoked = ['message is not modified', 'message to edit not found', 'query is too old'];
    const answer = await ask(QUESTION);
    person.pressesData(answer, 'x', { expired: true });
    await ask(QUESTION);
    expect(bot.lines.join('')).not.toContain('"level":"error"');
    expect(telegram.calls.some(({ why }) => why?.includes('query is too old'))).toBe(true);
  });
});

describe('/stat', () => {
  it('lists figures with a button each, which shows the sentence below', async () => {
    const list = await ask('/stat 2022');
    const lines = list.text.split('\n').filter((line) => /^\d+\. /.test(line));
    expect(lines.length).toBeGreaterThan(1);
    expect(labels(list)).toEqual(lines.map((_, i) => String(i + 1)));
    await press(list, '2');
    await press(list, '1');
    expect(list.text.split('\n').slice(0, lines.length + 1)).toEqual(
      list.versions[0]!.text.split('\n').slice(0, lines.length + 1),
    );
    expect(marked(list, 'blockquote')).toHaveLength(1);
  });

  it('shows the only figure at once, and how to use it without words', async () => {
    expect((await ask('/stat 智能水表 价格')).text).toMatch(/每只价格为180元[\s\S]*• 180元/);
    expect((await ask('/stat')).text).toMatch(/用法/);
  });
});

describe('/articles and /start', () => {
  it('list the articles, and show what is in one', async () => {
    const list = await ask('/articles');
    await press(list, /^1\. /);
    expect((await telegram.nextAfter(list)).text).toMatch(
      /《滨江新区2022年水务公报》[\s\S]*一、供水/,
    );
  });

  it('welcome whoever comes by a link to nothing', async () => {
    for (const payload of ['p999', 'p1-abc', 'x'])
      expect((await ask(`/start ${payload}`)).text).toMatch(/\/stat/);
  });

  it('open the paragraph of a deep link', async () => {
    const { text } = await ask('/start p2');
    expect(text).toContain('陆景行');
    expect(text).toMatch(/第2段/);
  });
});

describe('inline mode', () => {
  it('offers the passages, to be pasted by anybody', async () => {
    const query = telegram.asksInline(QUESTION);
    const { answer } = await telegram.answerToInline(query);
    expect(answer).toMatchObject({ is_personal: false, cache_time: 300 });
    expect(answer.results.length).toBeGreaterThan(0);
    expect(answer.results.length).toBeLessThanOrEqual(10);
    expect(JSON.stringify(answer.results[0])).toContain(ANSWER);
    const url = /start=(p[\w-]+)/.exec(JSON.stringify(answer.results[0]))?.[1];
    expect((await ask(`/start ${url}`)).text).toContain('第1段');
  });

  it('has no second page, and says so', async () => {
    const { answer } = await telegram.answerToInline(
      telegram.asksInline(QUESTION, { offset: '10' }),
    );
    expect(answer.results).toEqual([]);
  });

  it('says so where nothing answers', async () => {
    for (const text of [UNANSWERED, '', '？'.repeat(250)]) {
      const { answer } = await telegram.answerToInline(telegram.asksInline(text));
      expect(answer.results).toEqual([]);
      expect(answer.button?.text).toBeTruthy();
    }
  });
});

describe('menus and descriptions', () => {
  it('are set for Chinese and for all others', async () => {
    await telegram.waitFor('the last text', () => telegram.shortDescriptions.size === 2);
    for (const language of ['zh', undefined])
      expect(telegram.commands(undefined, language).map(({ command }) => command)).toEqual([
        'ask',
        'stat',
        'articles',
        'help',
      ]);
    expect(telegram.descriptions.get('zh')).toMatch(/原文/);
    expect(telegram.descriptions.get('')).toMatch(/Chinese articles/);
  });

  it('are set where the server cannot tell what it has', async () => {
    const before = telegram.callsOf('setMyCommands').length;
    const fault = telegram.faults.add(refuse(404, 'Not Found'), { method: 'getMyCommands' });
    await bot.stop();
    bot = startBot(telegram, chat, { stateDir });
    await telegram.waitFor(
      'the menus',
      () => telegram.callsOf('setMyCommands').length === before + 2,
    );
    fault.remove();
    await ask(QUESTION);
  });

  it('are not set again when they have not changed', async () => {
    await telegram.waitFor('the last text', () => telegram.shortDescriptions.size === 2);
    const before = telegram.callsOf('setMyCommands').length;
    await bot.stop();
    bot = startBot(telegram, chat, { stateDir });
    const looks = telegram.callsOf('getMyShortDescription').length;
    await telegram.waitFor(
      'the last look',
      () => telegram.callsOf('getMyShortDescription').length >= looks + 2,
    );
    await pause(100);
    expect(telegram.callsOf('setMyCommands')).toHaveLength(before);
  });
});

describe('an article full of marks', () => {
  const MARKS =
    '水厂*加粗*_斜_[链接](http://x.io)~`代码`>#+-=|{}.!\\，<b>甲</b>&amp;，@everyone @admin，\u202E反\u202C\u200F，😀👨‍👩‍👧‍👦🇨🇳，||剧透||，/start。';
  /** What Telegram itself takes out of every message. */
  const DROPPED = /[\u2028-\u202E]/g;

  const page = `记号公报\n\n${MARKS}另有水厂12座。\n\n水厂投资25亿元。\n\n水厂员工300人。\n`;
  beforeAll(async () => {
    await bot.stop();
    bot = startBot(telegram, await chatOver([articleOf('marks', page)]), { stateDir });
  });
  afterAll(async () => {
    await bot.stop();
    bot = startBot(telegram, chat, { stateDir });
  });

  it('comes out character by character, and the answer stays whatever is shown below', async () => {
    const answer = await ask('另有水厂多少座？');
    const before = answer.text;
    expect(before).toContain(MARKS.replace(DROPPED, ''));
    const [kept = ''] = before.split('\n');
    for (const label of ['下一条 ›', '下一条 ›', '‹ 上一条', '收起']) {
      await press(answer, label);
      expect(answer.text.startsWith(kept)).toBe(true);
    }
    expect(answer.text).toBe(before);
    for (const { type } of answer.versions.flatMap(({ entities }) => entities))
      expect(['bold', 'italic', 'blockquote', 'expandable_blockquote']).toContain(type);
  });
});

describe('a flood of one person', () => {
  it('is none where the messages waited for the bot, and leaves the buttons alone', async () => {
    const old = Math.floor(Date.now() / 1000) - 600;
    const asked = Array.from({ length: 40 }, () =>
      person.says('新建了几座水厂？', { extra: { date: old } }),
    );
    for (const message of asked) await telegram.answerTo(message, 10_000);
    const answer = await telegram.answerTo(asked[0]!);
    for (let i = 0; i < 20; i++) await press(answer, i % 2 === 0 ? '下一条 ›' : '‹ 上一条');
    expect((await ask(QUESTION)).text).toContain(ANSWER);
  });

  it('is hinted at once, and others are answered', async () => {
    for (let i = 0; i < 45; i++) person.says('青禾水厂日处理能力是多少？');
    const other = telegram.private();
    expect((await telegram.answerTo(other.says(QUESTION), 10_000)).text).toContain(ANSWER);
    await telegram.waitFor('the hint', () => person.sent.some(({ text }) => text.includes('太快')));
    await pause(300);
    expect(person.sent).toHaveLength(31);
    expect(person.sent.filter(({ text }) => text.includes('太快'))).toHaveLength(1);
  });
});

describe('/privacy and /forget', () => {
  it('say what is kept, and delete what is kept of the one who asks', async () => {
    expect((await telegram.answerTo(person.says('/privacy'))).text).toMatch(/日志[\s\S]*\/forget/);
    expect((await telegram.answerTo(person.says('/forget'))).text).toContain('已删除');
  });
});

describe('the language of the interface', () => {
  it.each([
    ['en', 'Whole paragraph', 'Ask in a sentence', /^That was too fast|^\/stat measure/m],
    ['zh-hant', '看原文段落', '用一句話提問', /^私聊：直接傳一句話/m],
    ['zh-hans', '看原文段落', '用一句话提问', /^私聊：直接发一句话/m],
  ])('of somebody whose Telegram speaks %s is that', async (language_code, button, help, howTo) => {
    const somebody = telegram.private({ language_code });
    const answer = await telegram.answerTo(somebody.says('青禾水厂日处理能力是多少？'));
    expect(answer.text).toContain('30万吨');
    expect(labels(answer)).toContain(button);
    const shown = await telegram.answerTo(somebody.says('/help'));
    expect(shown.text).toContain(help);
    expect(shown.text).toMatch(howTo);
  });
});

describe('the source of an answer', () => {
  it('is one tap away: as a link of the citation, and as a button', async () => {
    const platform = await startTelegram();
    const published = await chatOver([articleOf('bulletin', PUBLISHED_BULLETIN)]);
    const running = startBot(platform, published);
    const somebody = platform.private();
    const answer = await platform.answerTo(somebody.says('青禾水厂日处理能力是多少？'));
    const links = (message: SentMessage) =>
      message.entities.flatMap((each) =>
        each.type === 'text_link'
          ? [[message.text.slice(each.offset, each.offset + each.length), each.url]]
          : [],
      );
    const [citation] = links(answer);
    expect(citation).toEqual([
      expect.stringMatching(/^——《.*》（2023-04-22，滨江日报）/),
      BULLETIN_URL,
    ]);
    expect(answer.buttons).toContainEqual({ text: '原文 ↗', url: BULLETIN_URL });

    await platform.answerToPress(somebody.presses(answer, '看原文段落'));
    const opened = somebody.sent.at(-1);
    expect(opened && links(opened).map(([, url]) => url)).toEqual([BULLETIN_URL, BULLETIN_URL]);
    expect(opened?.buttons).toContainEqual({ text: '原文 ↗', url: BULLETIN_URL });

    platform.asksInline('青禾水厂日处理能力是多少？');
    const { answer: offered } = await platform.waitFor('results', () => platform.inlineAnswers[0]);
    expect(JSON.stringify(offered.results[0])).toContain(`"url":"${BULLETIN_URL}"`);
    await running.stop();
    await platform.close();
  });
});

describe('a vote', () => {
  const kept = () =>
    readFileSync(join(stateDir, 'votes.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  it('can be given a reason and changed, the one pressed marked; the last line of its id counts', async () => {
    const answer = await ask(OTHER_QUESTION);
    await press(answer, '👎');
    expect(labels(answer)).toEqual(
      expect.arrayContaining(['👍', '👎 ✓', '错了', '不全', '没找到', '其他']),
    );
    await press(answer, '不全');
    expect(labels(answer)).not.toContain('不全');
    expect(labels(answer)).toContain('👎 ✓');
    await press(answer, '👍');
    expect(labels(answer)).toEqual(expect.arrayContaining(['👍 ✓', '👎']));
    const lines = kept().slice(-3);
    expect(lines.map(({ vote, reason }) => [vote, reason])).toEqual([
      ['down', undefined],
      ['down', 'incomplete'],
      ['up', undefined],
    ]);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(1);
  });

  it('is marked for nobody else in a group', async () => {
    const group = telegram.group();
    const answer = await telegram.answerTo(group.says(`/ask ${QUESTION}`));
    await telegram.answerToPress(group.presses(answer, '👍'));
    expect(labels(answer)).toContain('👍');
    await telegram.answerToPress(group.presses(answer, '👍', { from: telegram.person() }));
    const [first, second] = kept().slice(-2);
    expect(first?.['id']).not.toBe(second?.['id']);
  });
});

describe('manners in a group', () => {
  it.each([
    '哈哈哈',
    '厉害！',
    '谢谢你',
    '不对吧？',
    '😂😂',
    '6666',
    '嗯嗯，好的',
  ])('leave “%s” alone, said in reply to the bot', async (words) => {
    const group = telegram.group();
    const answer = await telegram.answerTo(group.says(`/ask ${QUESTION}`));
    await expectSilence(group, () => group.says(words, { replyTo: answer }));
    const next = await telegram.answerTo(group.says(OTHER_QUESTION, { replyTo: answer }));
    expect(next.text).toContain(OTHER_ANSWER);
  });

  it('take a follow-up in a topic for one where it can be answered, and only there', async () => {
    const forum = telegram.forum({ admin: true });
    const topic = forum.opensTopic('水务');
    const other = forum.opensTopic('别的');
    await telegram.answerTo(forum.says(`/ask ${QUESTION}`, { topic }));
    const next = await telegram.answerTo(forum.says(OTHER_QUESTION, { topic }));
    expect(next.text).toContain(OTHER_ANSWER);
    await expectSilence(forum, () => {
      forum.says('大家今天吃什么？', { topic });
      forum.says(OTHER_QUESTION, { topic: other });
      forum.says(OTHER_QUESTION, { topic, from: telegram.person() });
    });
  });

  it('forget with /forget that somebody was just answered in a topic', async () => {
    const forum = telegram.forum({ admin: true });
    const topic = forum.opensTopic('水务');
    await telegram.answerTo(forum.says(`/ask ${QUESTION}`, { topic }));
    await telegram.answerTo(forum.says(`/forget${me}`));
    await expectSilence(forum, () => forum.says(OTHER_QUESTION, { topic }));
  });

  it('greet a group that the bot is added to with questions it answers', async () => {
    const group = telegram.group();
    const { language_code: _, ...bot } = { language_code: '', ...telegram.bot };
    const welcome = await telegram.answerTo(group.sends({ new_chat_members: [bot] }));
    expect(welcome.text).toMatch(/^大家好/);
    expect(welcome.text.length).toBeLessThan(120);
    const questions = labels(welcome).filter((label) => label.endsWith('？'));
    expect(questions).toHaveLength(3);
    await expectSilence(group, () => group.sends({ new_chat_members: [telegram.person()] }));
  });
});
