/**
 * The methods that a question-answering bot uses and what they take, for where no description of the whole
 * Bot API is at hand. `name*:Type` is required, `A|B` either, `T[]` a list of T.
 */
export const OWN_METHODS: Readonly<Record<string, readonly [returns: string, fields: string]>> = {
  getMe: ['User', ''],
  getFile: ['File', 'file_id*:String'],
  logOut: ['Boolean', ''],
  close: ['Boolean', ''],
  getUpdates: ['Update[]', 'offset:Integer limit:Integer timeout:Integer allowed_updates:String[]'],
  setWebhook: [
    'Boolean',
    'url*:String max_connections:Integer allowed_updates:String[] drop_pending_updates:Boolean secret_token:String',
  ],
  deleteWebhook: ['Boolean', 'drop_pending_updates:Boolean'],
  getWebhookInfo: ['WebhookInfo', ''],
  sendMessage: [
    'Message',
    'chat_id*:Integer|String message_thread_id:Integer text*:String parse_mode:String entities:MessageEntity[] link_preview_options:LinkPreviewOptions disable_notification:Boolean protect_content:Boolean reply_parameters:ReplyParameters reply_markup:InlineKeyboardMarkup|ReplyKeyboardRemove|ForceReply',
  ],
  sendPhoto: [
    'Message',
    'chat_id*:Integer|String message_thread_id:Integer photo*:InputFile|String caption:String parse_mode:String caption_entities:MessageEntity[] show_caption_above_media:Boolean has_spoiler:Boolean disable_notification:Boolean protect_content:Boolean reply_parameters:ReplyParameters reply_markup:InlineKeyboardMarkup|ReplyKeyboardRemove|ForceReply',
  ],
  sendChatAction: ['Boolean', 'chat_id*:Integer|String message_thread_id:Integer action*:String'],
  editMessageText: [
    'Message',
    'chat_id:Integer|String message_id:Integer inline_message_id:String text:String parse_mode:String entities:MessageEntity[] link_preview_options:LinkPreviewOptions reply_markup:InlineKeyboardMarkup',
  ],
  editMessageReplyMarkup: [
    'Message',
    'chat_id:Integer|String message_id:Integer inline_message_id:String reply_markup:InlineKeyboardMarkup',
  ],
  deleteMessage: ['Boolean', 'chat_id*:Integer|String message_id*:Integer'],
  getChat: ['ChatFullInfo', 'chat_id*:Integer|String'],
  leaveChat: ['Boolean', 'chat_id*:Integer|String'],
  sendDice: ['Message', 'chat_id*:Integer|String emoji:String'],
  answerCallbackQuery: [
    'Boolean',
    'callback_query_id*:String text:String show_alert:Boolean url:String cache_time:Integer',
  ],
  answerInlineQuery: [
    'Boolean',
    'inline_query_id*:String results*:InlineQueryResult[] cache_time:Integer is_personal:Boolean next_offset:String button:InlineQueryResultsButton',
  ],
  setMyCommands: ['Boolean', 'commands*:BotCommand[] scope:BotCommandScope language_code:String'],
  getMyCommands: ['BotCommand[]', 'scope:BotCommandScope language_code:String'],
  deleteMyCommands: ['Boolean', 'scope:BotCommandScope language_code:String'],
  setMyDescription: ['Boolean', 'description:String language_code:String'],
  getMyDescription: ['BotDescription', 'language_code:String'],
  setMyShortDescription: ['Boolean', 'short_description:String language_code:String'],
  getMyShortDescription: ['BotShortDescription', 'language_code:String'],
  setMyName: ['Boolean', 'name:String language_code:String'],
  getMyName: ['BotName', 'language_code:String'],
};

/** The types that those take; `name*=value` is required and has that one value. */
export const OWN_TYPES: Readonly<Record<string, string>> = {
  MessageEntity:
    'type*:String offset*:Integer length*:Integer url:String user:User language:String custom_emoji_id:String unix_time:Integer date_time_format:String',
  User: 'id*:Integer is_bot*:Boolean first_name*:String last_name:String username:String language_code:String is_premium:Boolean',
  LinkPreviewOptions:
    'is_disabled:Boolean url:String prefer_small_media:Boolean prefer_large_media:Boolean show_above_text:Boolean',
  ReplyParameters:
    'message_id*:Integer chat_id:Integer|String allow_sending_without_reply:Boolean quote:String quote_parse_mode:String quote_entities:MessageEntity[] quote_position:Integer',
  InlineKeyboardMarkup: 'inline_keyboard*:InlineKeyboardButton[][]',
  InlineKeyboardButton:
    'text*:String style:String url:String callback_data:String switch_inline_query:String switch_inline_query_current_chat:String switch_inline_query_chosen_chat:SwitchInlineQueryChosenChat copy_text:CopyTextButton',
  SwitchInlineQueryChosenChat:
    'query:String allow_user_chats:Boolean allow_bot_chats:Boolean allow_group_chats:Boolean allow_channel_chats:Boolean',
  CopyTextButton: 'text*:String',
  ReplyKeyboardRemove: 'remove_keyboard*:Boolean selective:Boolean',
  ForceReply: 'force_reply*:Boolean input_field_placeholder:String selective:Boolean',
  BotCommand: 'command*:String description*:String',
  InlineQueryResultArticle:
    'type*=article id*:String title*:String input_message_content*:InputMessageContent reply_markup:InlineKeyboardMarkup url:String description:String thumbnail_url:String thumbnail_width:Integer thumbnail_height:Integer',
  InputTextMessageContent:
    'message_text*:String parse_mode:String entities:MessageEntity[] link_preview_options:LinkPreviewOptions',
  InlineQueryResultsButton: 'text*:String start_parameter:String',
  BotCommandScopeDefault: 'type*=default',
  BotCommandScopeAllPrivateChats: 'type*=all_private_chats',
  BotCommandScopeAllGroupChats: 'type*=all_group_chats',
  BotCommandScopeAllChatAdministrators: 'type*=all_chat_administrators',
  BotCommandScopeChat: 'type*=chat chat_id*:Integer|String',
  BotCommandScopeChatAdministrators: 'type*=chat_administrators chat_id*:Integer|String',
  BotCommandScopeChatMember: 'type*=chat_member chat_id*:Integer|String user_id*:Integer',
};

/** Types that are one of several others. */
export const OWN_UNIONS: Readonly<Record<string, readonly string[]>> = {
  InlineQueryResult: ['InlineQueryResultArticle'],
  InputMessageContent: ['InputTextMessageContent'],
  BotCommandScope: Object.keys(OWN_TYPES).filter((name) => name.startsWith('BotCommandScope')),
};
