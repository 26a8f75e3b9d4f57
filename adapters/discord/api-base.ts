/** Where the REST API is, unless there is a base address of one's own. */
export const DISCORD = 'https://discord.com/api';
