import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  ApplicationCommandOptionType as Option,
  type RESTPostAPIApplicationCommandsJSONBody,
  ApplicationCommandType as Type,
} from 'discord.js';

/** The name of the command in a message's menu. */
export const ASK_THIS = '问这条消息';

/** Most characters of a question: a longer one is refused by the core. */
const QUESTION_LENGTH = 500;
const WORD_LENGTH = 100;

/** In servers and, for people who installed the app for themselves, everywhere they write. */
const EVERYWHERE = {
  integration_types: [
    ApplicationIntegrationType.GuildInstall,
    ApplicationIntegrationType.UserInstall,
  ],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** Texts in the three languages; Discord shows the default, English, to all others. */
function localized(zhCn: string, zhTw: string, en: string): LocalizationMap {
  return { 'zh-CN': zhCn, 'zh-TW': zhTw, 'en-US': en, 'en-GB': en };
}

function described(zhCn: string, zhTw: string, en: string) {
  return { description: en, description_localizations: localized(zhCn, zhTw, en) };
}

function text(
  name: string,
  names: readonly [zhCn: string, zhTw: string],
  about: readonly [zhCn: string, zhTw: string, en: string],
  further: Partial<Pick<TextOption, 'required' | 'autocomplete' | 'max_length'>>,
): TextOption {
  return {
    type: Option.String,
    name,
    name_localizations: localized(...names, name),
    ...described(...about),
    ...further,
  } as TextOption;
}
function subcommand(
  name: string,
  names: readonly [zhCn: string, zhTw: string],
  about: readonly [zhCn: string, zhTw: string, en: string],
  options: APIApplicationCommandBasicOption[] = [],
): APIApplicationCommandSubcommandOption {
  return {
    type: Option.Subcommand,
    name,
    name_localizations: localized(...names, name),
    ...described(...about),
    options,
  };
}
type TextOption = Extract<APIApplicationCommandOption, { type: Option.String }>;

export const COMMANDS: readonly RESTPostAPIApplicationCommandsJSONBody[] = [
  {
    type: Type.ChatInput,
    name: 'ask',
    name_localizations: localized('提问', '提問', 'ask'),
    ...described(
      '提问，用文章的原话回答',
      '提問，用文章的原話回答',
      "Ask, and be answered in the article's own words",
    ),
    options: [
      text(
        'question',
        ['问题', '問題'],
        ['用一句话提问', '用一句話提問', 'A question, in one sentence'],
        { required: true, max_length: QUESTION_LENGTH },
      ),
    ],
    ...EVERYWHERE,
  },
  {
    type: Type.ChatInput,
    name: 'stat',
    name_localizations: localized('查数', '查數', 'stat'),
    ...described('查文章里的数字', '查文章裡的數字', 'Look up a figure of the articles'),
    options: [
      text(
        'measure',
        ['指标', '指標'],
        ['什么数字，例如成交额', '什麼數字，例如成交額', 'What is measured'],
        { required: true, autocomplete: true, max_length: WORD_LENGTH },
      ),
      text(
        'year',
        ['年份', '年份'],
        ['哪一年，例如2022', '哪一年，例如2022', 'In which year, such as 2022'],
        { autocomplete: true, max_length: WORD_LENGTH },
      ),
      text(
        'actor',
        ['主体', '主體'],
        ['哪个地方或单位', '哪個地方或單位', 'Of which place or organisation'],
        { autocomplete: true, max_length: WORD_LENGTH },
      ),
      {
        type: Option.Boolean,
        name: 'chart',
        name_localizations: localized('看图', '看圖', 'chart'),
        ...described('画成一张图', '畫成一張圖', 'Draw them as a chart'),
      },
    ],
    ...EVERYWHERE,
  },
  {
    type: Type.ChatInput,
    name: 'article',
    name_localizations: localized('文章', '文章', 'article'),
    ...described(
      '看一篇文章的目录和数字',
      '看一篇文章的目錄和數字',
      'The headings and figures of an article',
    ),
    options: [
      text(
        'title',
        ['标题', '標題'],
        [
          '哪篇文章；不填则列出全部',
          '哪篇文章；不填則列出全部',
          'Which article; all when left out',
        ],
        { autocomplete: true, max_length: WORD_LENGTH },
      ),
    ],
    ...EVERYWHERE,
  },
  {
    type: Type.ChatInput,
    name: 'help',
    name_localizations: localized('帮助', '幫助', 'help'),
    ...described('怎么用', '怎麼用', 'How to use this bot'),
    ...EVERYWHERE,
  },
  {
    type: Type.ChatInput,
    name: 'privacy',
    name_localizations: localized('隐私', '隱私', 'privacy'),
    ...described('存了什么，存多久', '存了什麼，存多久', 'What is kept, and how long'),
    ...EVERYWHERE,
  },
  {
    type: Type.ChatInput,
    name: 'forget',
    name_localizations: localized('删除记录', '刪除紀錄', 'forget'),
    ...described('删除与我有关的记录', '刪除與我有關的紀錄', 'Delete what is kept of me'),
    ...EVERYWHERE,
  },
  {
    type: Type.ChatInput,
    name: 'unanswered',
    name_localizations: localized('未答', '未答', 'unanswered'),
    ...described(
      '没答上来的问题（仅管理员）',
      '沒答上來的問題（僅管理員）',
      'What was not answered (operators only)',
    ),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.BotDM],
  },
  {
    type: Type.ChatInput,
    name: 'corpus',
    name_localizations: localized('管理文章', '管理文章', 'corpus'),
    ...described(
      '收文章、查文章（仅管理员）',
      '收文章、查文章（僅管理員）',
      'Add, list, check and take away articles (operators only)',
    ),
    options: [
      subcommand(
        'add',
        ['添加', '新增'],
        ['读一个文件或网页', '讀一個檔案或網頁', 'Read a file or a page'],
        [
          {
            type: Option.Attachment,
            name: 'file',
            name_localizations: localized('文件', '檔案', 'file'),
            ...described(
              '.txt .md .html .docx .pdf',
              '.txt .md .html .docx .pdf',
              '.txt .md .html .docx .pdf',
            ),
          },
          text('address', ['网址', '網址'], ['网页的地址', '網頁的地址', 'The address of a page'], {
            max_length: 2000,
          }),
        ],
      ),
      subcommand('list', ['列表', '列表'], ['已收的文件', '已收的檔案', 'The files at hand']),
      subcommand(
        'check',
        ['检查', '檢查'],
        ['哪些要修', '哪些要修', 'What to mend in the articles'],
      ),
      subcommand(
        'remove',
        ['移走', '移走'],
        ['移走一篇', '移走一篇', 'Take one away'],
        [
          text('name', ['名称', '名稱'], ['文件名或标题', '檔名或標題', 'The file or the title'], {
            required: true,
            max_length: 300,
          }),
        ],
      ),
    ],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.BotDM],
  },
  {
    type: Type.Message,
    name: ASK_THIS,
    name_localizations: localized(ASK_THIS, '問這則訊息', 'Ask this message'),
    ...EVERYWHERE,
  },
];
