import type { Interaction } from '../interaction.ts';
import type { Choice } from '../rules/autocomplete.ts';
import type { State } from '../state.ts';
import type { Message } from '../world.ts';

/** A person's use of a command, a button or a select, and what came back. */
export class Use {
  readonly interaction: Interaction;
  readonly #what: string;
  readonly #state: State;

  constructor(interaction: Interaction, what: string, state: State) {
    this.interaction = interaction;
    this.#what = what;
    this.#state = state;
  }

  get followUps(): readonly Message[] {
    return this.interaction.followUps;
  }

  /** The type of callback it is acknowledged with: 4 message, 5 or 6 deferral, 7 update, 8 choices. */
  acknowledged(timeout?: number): Promise<number> {
    return this.#wait('acknowledged', () => this.interaction.callback, timeout);
  }

  /**
   * What the person sees first: the message it is answered with, a deferred one once
   * it has content; of a button's update, the message the button is on.
   */
  response(timeout?: number): Promise<Message> {
    return this.#wait('answered', () => this.#shown(), timeout);
  }

  #shown(): Message | undefined {
    const { original, followUps } = this.interaction;
    return original === undefined || original.loading ? followUps[0] : original;
  }

  /** The further message, counted from 1. */
  followUp(number = 1, timeout?: number): Promise<Message> {
    return this.#wait(`followed up ${number} times`, () => this.followUps[number - 1], timeout);
  }

  /** What an autocomplete shows. */
  choices(timeout?: number): Promise<readonly Choice[]> {
    return this.#wait('completed', () => this.interaction.choices, timeout);
  }

  /** Lets the time to acknowledge pass at once: a callback is then refused with 10062. */
  expire(): void {
    this.interaction.deadline = 0;
  }

  /** Lets the 15 minutes of the token pass at once: further calls are refused with 50027. */
  expireToken(): void {
    this.interaction.isTokenExpired = true;
  }

  #wait<T>(how: string, find: () => T | undefined, timeout?: number): Promise<T> {
    return this.#state.signal.waitFor(`${this.#what} to be ${how}`, find, timeout);
  }
}
