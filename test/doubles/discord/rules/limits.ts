/** The limits of a bot's messages and commands, by Discord's documentation. */
export const LIMITS = {
  content: 2000,
  embeds: 10,
  embedTitle: 256,
  embedDescription: 4096,
  embedFields: 25,
  embedFieldName: 256,
  embedFieldValue: 1024,
  embedFooter: 2048,
  embedAuthor: 256,
  /** Over all embeds of a message: titles, descriptions, fields, footers and authors. */
  embedsTotal: 6000,
  rows: 5,
  buttonsInRow: 5,
  customId: 100,
  buttonLabel: 80,
  /** Components V2: nested ones counted, and characters over all text displays. */
  componentsTotal: 40,
  displayedText: 4000,
  files: 10,
  /** Of an app that is only there because a person installed it for themselves. */
  followUps: 5,
  commandName: 32,
  commandDescription: 100,
  options: 25,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  /** Commands of one scope: slash commands, and context-menu commands of each kind. */
  slashCommands: 100,
  menuCommands: 15,
  /** Over a command's names, descriptions and values, the longest localisation of each. */
  commandTotal: 8000,
} as const;
