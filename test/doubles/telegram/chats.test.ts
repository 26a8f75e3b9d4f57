import { Api } from 'grammy';
import type { InlineQueryResultArticle, Update } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTelegram, type TelegramDouble } from './index.ts';

let telegram: TelegramDouble;
let api: Api;
beforeEach(async () => {
  telegram = await startTelegram();
  api = new Api(telegram.token, { apiRoot: telegram.root });
});
afterEach(() => telegram.close());

let offset = 0;
/** What is new since the last time. */
const news = async (): Promise<Update[]> => {
  const updates = await api.getUpdates({ offset });
  offset = (updates.at(-1)?.update_id ?? offset - 1) + 1;
  return updates;
};
beforeEach(() => {
  offset = 0;
});
const textsOf = (updates: readonly Update[]) => updates.map(({ message }) => message?.text);
const refused = (call: Promise<unknown>, description: string) =>
  expect(call).rejects.toMatchObject({
    error_code: 400,
    description: `Bad Request: ${description}`,
  });

describe('privacy mode', () => {
  it('lets through commands, replies to the bot and service messages, and no more', async () => {
    const group = telegram.supergroup();
    const answer = await api.sendMessage(group.id, '答');
    const others = group.says('闲聊');
    group.says('/ask 耕地');
    group.says('/ask@yuanwen_test_bot 耕地');
    group.says('/ask@other_bot 耕地');
    group.says('@yuanwen_test_bot 耕地');
    group.says('回', { replyTo: others });
    group.says('追问', { replyTo: telegram.sent[0]! });
    group.says('强送', { deliver: true });
    group.sends({ new_chat_title: '新' });
    const updates = await news();
    expect(textsOf(updates)).toEqual([
      '/ask 耕地',
      '/ask@yuanwen_test_bot 耕地',
      '追问',
      '强送',
      undefined,
    ]);
    expect(updates[2]?.message?.reply_to_message).toMatchObject({
      message_id: answer.message_id,
      from: { id: telegram.bot.id, is_bot: true },
      text: '答',
    });
  });

  it('lets all through to an administrator, and where it is off', async () => {
    telegram.supergroup({ admin: true }).says('一');
    const open = await startTelegram({ bot: { can_read_all_group_messages: true } });
    open.group().says('@yuanwen_test_bot 耕地');
    expect(await news()).toHaveLength(1);
    expect(open.pendingUpdates).toBe(1);
    await open.close();
  });
});

it('shows what a message replies to, but not what that one replied to', () => {
  const zhang = telegram.private();
  const first = zhang.says('一');
  const second = zhang.says('二', { replyTo: first });
  const third = zhang.says('三', { replyTo: second });
  expect(third.reply_to_message).toMatchObject({ message_id: second.message_id, text: '二' });
  expect(third.reply_to_message).not.toHaveProperty('reply_to_message');
});

it('numbers messages per supergroup, but through all private chats and basic groups', async () => {
  const [zhang, li] = [telegram.private(), telegram.private()];
  expect(
    [zhang.says('一'), li.says('二'), telegram.group().says('三')].map((m) => m.message_id),
  ).toEqual([1, 2, 3]);
  expect(telegram.supergroup().says('四').message_id).toBe(1);
});

it('hangs messages in a topic on the message that opened it', async () => {
  const forum = telegram.forum({ admin: true });
  const topic = forum.opensTopic('农业');
  const said = forum.says('/ask 耕地', { topic });
  expect(said).toMatchObject({ message_thread_id: topic, is_topic_message: true });
  expect(said.reply_to_message).toMatchObject({ forum_topic_created: { name: '农业' } });
  const reply = await api.sendMessage(forum.id, '答', {
    reply_parameters: { message_id: said.message_id },
  });
  expect(reply.message_thread_id).toBe(topic);
  expect(forum.says('大厅').is_topic_message).toBeUndefined();
});

it('delivers edits, photos, stickers, channel posts and changes of membership', async () => {
  await api.getUpdates({ allowed_updates: [] });
  const zhang = telegram.private();
  zhang.edits(zhang.says('/ask 林地'), '/ask 耕地');
  zhang.sendsPhoto('图');
  zhang.sendsSticker();
  const channel = telegram.channel();
  channel.edits(channel.says('公告'), '更正');
  zhang.blocksBot();
  const updates = await news();
  expect(updates.map((update) => Object.keys(update)[1])).toEqual([
    'message',
    'edited_message',
    'message',
    'message',
    'channel_post',
    'edited_channel_post',
    'my_chat_member',
  ]);
  expect(updates[1]?.edited_message).toMatchObject({ text: '/ask 耕地', message_id: 1 });
  expect(updates[6]?.my_chat_member?.new_chat_member.status).toBe('kicked');
});

describe('a pressed button', () => {
  it('carries the message as it is now, and takes one answer', async () => {
    const zhang = telegram.private();
    const reply_markup = { inline_keyboard: [[{ text: '下一条', callback_data: 'v1:2' }]] };
    const { message_id } = await api.sendMessage(zhang.id, '一', { reply_markup });
    await api.editMessageText(zhang.id, message_id, '二', { reply_markup });
    const query = zhang.presses(telegram.sent[0]!, '下一条');
    expect((await news()).at(-1)?.callback_query).toMatchObject({
      id: query.id,
      data: 'v1:2',
      message: { text: '二' },
    });
    await refused(
      api.answerCallbackQuery(query.id, { text: '字'.repeat(201) }),
      'MESSAGE_TOO_LONG',
    );
    await api.answerCallbackQuery(query.id, { text: '好' });
    expect((await telegram.answerToPress(query)).answer.text).toBe('好');
    const tooOld = 'query is too old and response timeout expired or query ID is invalid';
    await refused(api.answerCallbackQuery(query.id), tooOld);
    const late = zhang.presses(telegram.sent[0]!, 'v1:2', { expired: true, inaccessible: true });
    expect(late.message).toMatchObject({ date: 0, message_id });
    await refused(api.answerCallbackQuery(late.id), tooOld);
  });

  it('is one that the message has', async () => {
    const zhang = telegram.private();
    await api.sendMessage(zhang.id, '一');
    expect(() => zhang.presses(telegram.sent[0]!, '下一条')).toThrow(
      'has no button "下一条", but: none',
    );
    expect(zhang.pressesData(telegram.sent[0]!, 'v0:forged').data).toBe('v0:forged');
  });
});

describe('an inline query', () => {
  const article = (
    id: string,
    over: Partial<InlineQueryResultArticle> = {},
  ): InlineQueryResultArticle => ({
    type: 'article',
    id,
    title: '题',
    input_message_content: { message_text: '文' },
    ...over,
  });

  it('takes one answer of up to fifty results', async () => {
    const query = telegram.asksInline('耕地');
    expect((await news()).at(-1)?.inline_query).toMatchObject({ id: query.id, query: '耕地' });
    const results = Array.from({ length: 50 }, (_, i) => article(String(i)));
    await refused(api.answerInlineQuery(query.id, [...results, article('50')]), 'RESULTS_TOO_MUCH');
    const button = { text: '更多', start_parameter: 'p12' };
    await api.answerInlineQuery(query.id, results, { is_personal: false, cache_time: 300, button });
    expect((await telegram.answerToInline(query)).answer.results).toHaveLength(50);
    await refused(
      api.answerInlineQuery(query.id, []),
      'query is too old and response timeout expired or query ID is invalid',
    );
  });

  it('may be pasted where the bot hears its own words again', async () => {
    const query = telegram.asksInline('耕地');
    await api.answerInlineQuery(query.id, [
      article('1'),
      article('2', { input_message_content: { message_text: '二' } }),
    ]);
    const answer = await telegram.answerToInline(query);
    const group = telegram.supergroup();
    await news();
    expect(group.pastes(answer).text).toBe('文');
    expect(group.pastes(answer, '2')).toMatchObject({ text: '二', from: group.person });
    const updates = await news();
    expect(updates.map(({ message }) => message?.via_bot?.id)).toEqual([
      telegram.bot.id,
      telegram.bot.id,
    ]);
  });

  it('refuses results that Telegram would not show', async () => {
    const { id } = telegram.asksInline('耕地');
    const fails = (result: InlineQueryResultArticle, why: string) =>
      refused(api.answerInlineQuery(id, [result]), why);
    await refused(api.answerInlineQuery(id, [article('1'), article('1')]), 'RESULT_ID_DUPLICATE');
    await fails(article(''), 'RESULT_ID_INVALID');
    await fails(article('字'.repeat(22)), 'RESULT_ID_INVALID');
    await fails(article('1', { title: '' }), 'ARTICLE_TITLE_EMPTY');
    await fails(
      article('1', { input_message_content: { message_text: ' ' } }),
      "can't parse inline query result: message text is empty",
    );
    await fails(
      article('1', { input_message_content: { message_text: '字'.repeat(4097) } }),
      'MESSAGE_TOO_LONG',
    );
    await fails(
      article('1', {
        input_message_content: {
          message_text: '文',
          entities: [{ type: 'bold', offset: 0, length: 2 }],
        },
      }),
      'entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 2',
    );
    await fails(
      { ...article('1'), thumb_url: 'x' } as never,
      'field "thumb_url" is unknown in answerInlineQuery.results[0]',
    );
    const button = { text: '更多', start_parameter: '第12段' };
    await refused(api.answerInlineQuery(id, [], { button }), 'START_PARAM_INVALID');
  });
});

describe('what a bot tells about itself', () => {
  it('keeps menus by scope and language', async () => {
    const zh = [{ command: 'ask', description: '问' }];
    const groups = { type: 'all_group_chats' } as const;
    await api.setMyCommands(zh, { language_code: 'zh', scope: groups });
    expect(telegram.commands(groups, 'zh')).toEqual(zh);
    expect(await api.getMyCommands({ language_code: 'zh' })).toEqual([]);
    await api.deleteMyCommands({ language_code: 'zh', scope: groups });
    expect(telegram.commands(groups, 'zh')).toEqual([]);
    const command = (over: object) =>
      api.setMyCommands([{ command: 'ask', description: '问', ...over }]);
    for (const name of ['问', 'Ask', 'a'.repeat(33), '/ask'])
      await refused(command({ command: name }), 'BOT_COMMAND_INVALID');
    await refused(command({ description: '' }), 'BOT_COMMAND_DESCRIPTION_INVALID');
    await refused(command({ description: '字'.repeat(257) }), 'BOT_COMMAND_DESCRIPTION_INVALID');
    const many = Array.from({ length: 101 }, (_, i) => ({ command: `c${i}`, description: '问' }));
    await refused(api.setMyCommands(many), 'BOT_COMMANDS_TOO_MUCH');
    await refused(
      api.setMyCommands(zh, { language_code: 'zh-CN' as never }),
      'invalid language code specified',
    );
    await refused(api.setMyCommands(zh, { scope: { type: 'chat', chat_id: 5 } }), 'chat not found');
    await refused(
      api.setMyCommands(zh, { scope: { type: 'all' } as never }),
      'setMyCommands.scope.type must be "default"',
    );
  });

  it('keeps texts by language, each within its limit', async () => {
    await api.setMyDescription('说明');
    await api.setMyShortDescription('短', { language_code: 'zh' });
    expect(await api.getMyDescription({ language_code: 'zh' })).toEqual({ description: '说明' });
    expect(await api.getMyShortDescription()).toEqual({ short_description: '' });
    expect(telegram.shortDescriptions.get('zh')).toBe('短');
    await refused(api.setMyDescription('字'.repeat(513)), 'text is longer than 512');
    await refused(api.setMyShortDescription('字'.repeat(121)), 'text is longer than 120');
    await api.setMyName('原文');
    expect(await api.getMyName()).toEqual({ name: '原文' });
  });
});

it('tells of a chat, says yes to what changes nothing here, and refuses what it would have to make up', async () => {
  const group = telegram.supergroup({ title: '农业' });
  expect(await api.getChat(group.id)).toMatchObject({ id: group.id, title: '农业' });
  expect(await api.leaveChat(group.id)).toBe(true);
  await refused(api.leaveChat(5), 'chat not found');
  await refused(api.sendDice(group.id, '🎲'), 'sendDice is not played by this server');
  expect(await api.logOut()).toBe(true);
});
