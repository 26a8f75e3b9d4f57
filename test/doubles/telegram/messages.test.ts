import { Api, InputFile } from 'grammy';
import type { InlineKeyboardButton, MessageEntity } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTelegram, type TelegramChat, type TelegramDouble } from './index.ts';

describe.each(['whole', 'own'] as const)('by the %s schema', (schema) => {
  let telegram: TelegramDouble;
  let api: Api;
  let zhang: TelegramChat;
  beforeEach(async () => {
    telegram = await startTelegram({ schema });
    api = new Api(telegram.token, { apiRoot: telegram.root });
    zhang = telegram.private();
  });
  afterEach(() => telegram.close());

  const refused = (call: Promise<unknown>, description: string) =>
    expect(call).rejects.toMatchObject({ error_code: 400, description });
  const post = async (method: string, body: unknown) => {
    const response = await fetch(`${telegram.root}/bot${telegram.token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, ...((await response.json()) as { description?: string }) };
  };
  const bold = (offset: number, length: number): MessageEntity => ({
    type: 'bold',
    offset,
    length,
  });

  it('keeps an accepted message with all that it carries', async () => {
    const question = zhang.says('耕地有多少');
    const keyboard = { inline_keyboard: [[{ text: '下一条', callback_data: 'v1:2' }]] };
    const message = await api.sendMessage(zhang.id, '九千三百公顷', {
      entities: [bold(0, 4)],
      reply_markup: keyboard,
      link_preview_options: { is_disabled: true },
      reply_parameters: {
        message_id: question.message_id,
        quote: '耕地',
        allow_sending_without_reply: true,
      },
    });
    expect(telegram.sent).toEqual([telegram.answersTo(question)[0]]);
    expect(telegram.sent[0]).toMatchObject({
      method: 'sendMessage',
      chatId: zhang.id,
      messageId: message.message_id,
      text: '九千三百公顷',
      entities: [bold(0, 4)],
      keyboard,
      replyTo: question.message_id,
      quote: '耕地',
      thread: undefined,
      edits: [],
    });
    expect(message).toMatchObject({
      from: { id: telegram.bot.id },
      chat: { id: zhang.id },
      text: '九千三百公顷',
    });
  });

  it('refuses texts that are empty or too long', async () => {
    await refused(api.sendMessage(zhang.id, ''), 'Bad Request: message text is empty');
    await refused(
      api.sendMessage(zhang.id, ' \n\u200b\u3000'),
      'Bad Request: message text is empty',
    );
    await refused(api.sendMessage(zhang.id, '字'.repeat(4097)), 'Bad Request: message is too long');
    await refused(api.sendMessage(zhang.id, '😀'.repeat(2049)), 'Bad Request: message is too long');
    await api.sendMessage(zhang.id, `${'字'.repeat(4096)}\n`);
    await refused(
      api.sendMessage(zhang.id, '半个\ud83d'),
      'Bad Request: strings must be encoded in UTF-8',
    );
  });

  it('refuses parameters that are missing, unknown or of the wrong type', async () => {
    const { id } = zhang;
    const failures: readonly [body: object, description: string][] = [
      [{ text: '答' }, 'parameter "chat_id" is required in sendMessage'],
      [
        { chat_id: id, text: '答', disable_preview: true },
        'field "disable_preview" is unknown in sendMessage',
      ],
      [{ chat_id: id, text: 5 }, 'sendMessage.text must be String'],
      [
        { chat_id: id, text: '答', message_thread_id: '5' },
        'sendMessage.message_thread_id must be Integer',
      ],
      [
        { chat_id: id, text: '答', entities: [{ type: 'bold', offset: 0 }] },
        'parameter "length" is required in sendMessage.entities[0]',
      ],
      [
        { chat_id: id, text: '答', entities: {} },
        'sendMessage.entities must be Array of MessageEntity',
      ],
      [
        {
          chat_id: id,
          text: '答',
          reply_markup: { inline_keyboard: [[{ text: 'x', data: 'y' }]] },
        },
        'field "data" is unknown in sendMessage.reply_markup.inline_keyboard[0][0]',
      ],
    ];
    for (const [body, description] of failures) {
      expect(await post('sendMessage', body)).toMatchObject({
        status: 400,
        description: `Bad Request: ${description}`,
      });
    }
  });

  it('reads urlencoded bodies', async () => {
    const body = new URLSearchParams({
      chat_id: String(zhang.id),
      text: '5',
      entities: JSON.stringify([bold(0, 1)]),
      disable_notification: 'true',
    });
    const url = `${telegram.root}/bot${telegram.token}/sendMessage`;
    expect((await fetch(url, { method: 'POST', body })).status).toBe(200);
    expect(telegram.sent[0]).toMatchObject({ text: '5', entities: [bold(0, 1)] });
    expect(telegram.sent[0]?.payload).toMatchObject({
      chat_id: zhang.id,
      disable_notification: true,
    });
  });

  it('takes photos by multipart, by grammY and by a form', async () => {
    const bytes = Buffer.from([0x89, 0x50, 0, 13, 10, 45, 45, 255]);
    await api.sendPhoto(zhang.id, new InputFile(bytes, 'chart.png'), {
      caption: '图',
      reply_markup: { inline_keyboard: [] },
    });
    expect(telegram.sent[0]?.files).toMatchObject([{ filename: 'chart.png', bytes }]);
    expect(telegram.sent[0]).toMatchObject({ text: '图', method: 'sendPhoto' });
    const form = new FormData();
    form.set('chat_id', String(zhang.id));
    form.set('photo', new Blob([bytes]), 'chart.png');
    const url = `${telegram.root}/bot${telegram.token}/sendPhoto`;
    expect((await fetch(url, { method: 'POST', body: form })).status).toBe(200);
    expect(telegram.sent[1]?.files[0]?.bytes).toEqual(bytes);
    await refused(
      api.sendPhoto(zhang.id, 'id', { caption: '图'.repeat(1025) }),
      'Bad Request: message caption is too long',
    );
    expect(await post('sendPhoto', { chat_id: zhang.id, photo: 'attach://none' })).toMatchObject({
      status: 400,
    });
  });

  it.each<[name: string, button: object, description: string]>([
    ['data of 65 bytes', { callback_data: '字'.repeat(22) }, 'BUTTON_DATA_INVALID'],
    ['empty data', { callback_data: '' }, 'BUTTON_DATA_INVALID'],
    ['text to copy of 257', { copy_text: { text: 'x'.repeat(257) } }, 'BUTTON_COPY_TEXT_INVALID'],
    ['a broken link', { url: 'nowhere' }, 'BUTTON_URL_INVALID'],
    [
      'no action',
      {},
      "can't parse inline keyboard button: text buttons are unallowed in the inline keyboard",
    ],
    [
      'two actions',
      { callback_data: 'x', switch_inline_query: '' },
      "can't parse inline keyboard button: it has both callback_data and switch_inline_query",
    ],
    [
      'no text',
      { text: '', callback_data: 'x' },
      "can't parse inline keyboard button: button text must be non-empty",
    ],
  ])('refuses a button with %s', async (_name, button, description) => {
    const keyboard = [[{ text: '键', ...button } as InlineKeyboardButton]];
    const sending = api.sendMessage(zhang.id, '答', {
      reply_markup: { inline_keyboard: keyboard },
    });
    await refused(sending, `Bad Request: ${description}`);
  });

  it('takes a hundred buttons of every kind used, and no more', async () => {
    const button = { text: '键', callback_data: '字'.repeat(21) };
    const kinds = [
      { text: '问', switch_inline_query_current_chat: '' },
      { text: '抄', copy_text: { text: 'x'.repeat(256) } },
    ];
    const keyboard = [kinds, ...Array.from({ length: 49 }, () => [button, button])];
    await api.sendMessage(zhang.id, '答', { reply_markup: { inline_keyboard: keyboard } });
    const more = { inline_keyboard: [...keyboard, [button]] };
    await refused(
      api.sendMessage(zhang.id, '答', { reply_markup: more }),
      'Bad Request: reply markup is too long',
    );
  });

  it('refuses replies to what is not there, unless told to send all the same', async () => {
    const question = zhang.says('耕地有多少？有多少？');
    const reply = (parameters: object) =>
      api.sendMessage(zhang.id, '答', {
        reply_parameters: { message_id: question.message_id, ...parameters },
      });
    await refused(reply({ message_id: 99 }), 'Bad Request: message to be replied not found');
    expect(
      (await reply({ message_id: 99, allow_sending_without_reply: true })).reply_to_message,
    ).toBeUndefined();
    await refused(reply({ quote: '林地' }), 'Bad Request: QUOTE_TEXT_INVALID');
    expect((await reply({ quote: '有多少', quote_position: 6 })).quote?.position).toBe(6);
    zhang.deletes(question);
    await refused(reply({}), 'Bad Request: message to be replied not found');
    const other = telegram.private().says('一');
    await refused(
      reply({ message_id: other.message_id, quote: 'x' }),
      'Bad Request: message to be replied not found',
    );
  });

  it('edits its own messages, and tells when nothing changed', async () => {
    const keyboard = { inline_keyboard: [[{ text: '下一条', callback_data: 'v1:2' }]] };
    const { message_id } = await api.sendMessage(zhang.id, '一', { reply_markup: keyboard });
    const notModified =
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';
    await refused(
      api.editMessageText(zhang.id, message_id, '一', { reply_markup: keyboard }),
      notModified,
    );
    await api.editMessageText(zhang.id, message_id, '二', { entities: [bold(0, 1)] });
    const sent = await telegram.editOf(telegram.sent[0]!);
    expect(sent).toMatchObject({ text: '二', entities: [bold(0, 1)], keyboard: undefined });
    await refused(
      api.editMessageText(zhang.id, message_id, '二 ', { entities: [bold(0, 1)] }),
      notModified,
    );
    await api.editMessageReplyMarkup(zhang.id, message_id, { reply_markup: keyboard });
    await refused(
      api.editMessageReplyMarkup(zhang.id, message_id, { reply_markup: keyboard }),
      notModified,
    );
    expect(sent.versions.map(({ text }) => text)).toEqual(['一', '二', '二']);
    expect(sent.keyboard).toEqual(keyboard);
    await refused(
      api.editMessageText(zhang.id, 99, '三'),
      'Bad Request: message to edit not found',
    );
    await refused(
      api.editMessageText(zhang.id, message_id, ' '),
      'Bad Request: message text is empty',
    );
    const { message_id: foreign } = zhang.says('问');
    await refused(
      api.editMessageText(zhang.id, foreign, '三'),
      "Bad Request: message can't be edited",
    );
    await api.deleteMessage(zhang.id, message_id);
    expect(sent.deleted).toBe(true);
    await refused(
      api.deleteMessage(zhang.id, message_id),
      'Bad Request: message to delete not found',
    );
  });

  it('refuses chats that are not there, have blocked the bot, or moved', async () => {
    await refused(api.sendMessage(5, '答'), 'Bad Request: chat not found');
    await refused(api.sendMessage('@nobody', '答'), 'Bad Request: chat not found');
    await refused(api.sendMessage('', '答'), 'Bad Request: chat_id is empty');
    zhang.blocksBot();
    await expect(api.sendMessage(zhang.id, '答')).rejects.toMatchObject({
      error_code: 403,
      description: 'Forbidden: bot was blocked by the user',
    });
    zhang.unblocksBot();
    await api.sendMessage(zhang.id, '答');
    const group = telegram.group();
    const moved = group.upgrades();
    await expect(api.sendMessage(group.id, '答')).rejects.toMatchObject({
      error_code: 400,
      parameters: { migrate_to_chat_id: moved.id },
    });
    await api.sendMessage(moved.id, '答');
    await api.sendMessage(`@${telegram.channel({ username: 'news' }).chat.username}`, '答');
  });

  it('knows the topics of a forum, and none elsewhere', async () => {
    const forum = telegram.forum();
    const topic = forum.opensTopic('农业');
    const message = await api.sendMessage(forum.id, '答', { message_thread_id: topic });
    expect(message).toMatchObject({ message_thread_id: topic, is_topic_message: true });
    for (const thread of [1, 99]) {
      await refused(
        api.sendMessage(forum.id, '答', { message_thread_id: thread }),
        'Bad Request: message thread not found',
      );
    }
    await refused(
      api.sendMessage(zhang.id, '答', { message_thread_id: topic }),
      'Bad Request: message thread not found',
    );
    await api.sendChatAction(forum.id, 'typing', { message_thread_id: topic });
    await refused(
      api.sendChatAction(forum.id, 'dancing' as never),
      'Bad Request: wrong parameter action in request',
    );
  });

  it('checks what parse modes need, and takes the markup out', async () => {
    const html = await api.sendMessage(zhang.id, '<b>粗</b> &lt;', { parse_mode: 'HTML' });
    expect(html.text).toBe('粗 <');
    const markdown = await api.sendMessage(zhang.id, '*粗* 1\\.5', { parse_mode: 'MarkdownV2' });
    expect(markdown.text).toBe('粗 1.5');
    for (const text of ['<b>粗', '<粗>', '粗</b>']) {
      await expect(api.sendMessage(zhang.id, text, { parse_mode: 'HTML' })).rejects.toThrow(
        "can't parse entities",
      );
    }
    for (const text of ['*粗', '1.5', '[字']) {
      await expect(api.sendMessage(zhang.id, text, { parse_mode: 'MarkdownV2' })).rejects.toThrow(
        "can't parse entities",
      );
    }
  });
});
