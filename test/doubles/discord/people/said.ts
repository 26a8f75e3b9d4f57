import { ChannelType } from 'discord-api-types/v10';
import type { State } from '../state.ts';
import type { Message } from '../world.ts';

/** Something a person said, and what the bot answers to it. */
export class Said {
  readonly message: Message;
  readonly #state: State;

  constructor(message: Message, state: State) {
    this.message = message;
    this.#state = state;
  }

  /** The bot's replies to it so far; in direct messages also what came after it without a reference. */
  get answers(): readonly Message[] {
    const { world, bot } = this.#state;
    const { message } = this;
    const replies = world.repliesTo(message);
    const later =
      message.channel.type === ChannelType.DM
        ? world
            .messagesIn(message.channel)
            .filter((each) => each.reference === undefined && BigInt(each.id) > BigInt(message.id))
        : [];
    return [...replies, ...later].filter(({ author, via }) => author === bot && via === 'channel');
  }

  /** The bot's first answer. */
  answer(timeout?: number): Promise<Message> {
    const what = `an answer to “${this.message.content}”`;
    return this.#state.signal.waitFor(what, () => this.answers[0], timeout);
  }

  /** Waits `milliseconds` and fails where the bot answered by then. */
  async silence(milliseconds = 200): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    const [answer] = this.answers;
    if (answer !== undefined) {
      throw new Error(`“${this.message.content}” was answered: “${answer.content}”`);
    }
  }
}
