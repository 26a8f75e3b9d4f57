/** Discord's limits, in UTF-16 units unless they are counts: https://discord.com/developers/docs */
export const DISCORD_CONTENT_LIMIT = 2000;
export const DISCORD_EMBED_DESCRIPTION_LIMIT = 4096;
export const DISCORD_EMBED_AUTHOR_LIMIT = 256;
export const DISCORD_EMBED_TITLE_LIMIT = 256;
export const DISCORD_EMBED_FIELD_NAME_LIMIT = 256;
export const DISCORD_EMBED_FIELD_VALUE_LIMIT = 1024;
export const DISCORD_EMBED_FOOTER_LIMIT = 2048;
export const DISCORD_BUTTON_LABEL_LIMIT = 80;
/** Rows of a message, and buttons of a row. */
export const DISCORD_ROW_LIMIT = 5;
export const DISCORD_CHOICE_LIMIT = 25;
/** Of a choice's name and of its value. */
export const DISCORD_CHOICE_TEXT_LIMIT = 100;
/** Of the description of an attachment. */
export const DISCORD_ALT_LIMIT = 1024;
