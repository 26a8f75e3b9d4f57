import type { FigureQuery } from '../figures/lookup.ts';
import type { Action, Ref, Show } from './button-action.ts';
import type { Button, Card, Range, View } from './card.ts';
import type { Completions } from './completions.ts';
import type { Language } from './language.ts';
import type { Library } from './pages/library.ts';
import type { Managing } from './parts/managing.ts';
import type { Allowance, Entrance } from './rate-limit.ts';
import type { QuestionGroup } from './records/alike-questions.ts';
import type { Vote } from './records/votes.ts';
import type { Size } from './split.ts';
import type { Texts } from './texts/index.ts';

/** What a chat platform's adapter talks to: it hands over what people do, and renders the cards. */
export interface Chat {
  /** Answers a question; turns that share a `conversation` (see conversationKey) are one. */
  ask(question: string, conversation?: string, waiting?: Waiting): Promise<Card>;
  /** Answers a question below the question itself: for one that stands in no message of the asker's. */
  askAloud(question: string, conversation?: string, waiting?: Waiting): Promise<Card>;
  /**
   * The passages that answer a question, each to be read on its own; where none does, the notice says
   * why. No reader is asked: what is typed comes letter by letter.
   */
  quotations(question: string): Promise<{
    readonly quotations: readonly Quotation[];
    readonly notice: string;
  }>;
  /** The help of the bot, then that of the platform, with questions to try. */
  help(howTo: string): Promise<Card>;
  /** What is said on joining a group: what the bot is for, `ask` as its command, questions that it answers. */
  welcome(ask: string): Promise<Card>;
  /** The figures that a query asks for; as `chart`, where its words begin with one that asks for that. */
  stat(query: FigureQuery): Promise<Card>;
  /** The figures that a query asks for as a picture; or why there is none. */
  chart(query: FigureQuery): Promise<Card>;
  /** The chart behind a button; undefined when what it was of has gone. */
  drawn(action: Drawn): Promise<Card | undefined>;
  /** The articles whose title holds some words, or the only one; undefined where none does. */
  find(words: string): Promise<Card | undefined>;
  /** A page of the list of articles, or of one article's contents; undefined when the article has changed. */
  page(action: Page): Promise<Card | undefined>;
  /** What a button shows below an answer, in at most `room` UTF-16 units of quotation (see parts). */
  view(action: Viewed, room: number, size?: Size): View | undefined;
  /** The same chat with its own words in another language; it begins in simplified Chinese. */
  in(language: Language): Chat;
  /**
   * The same chat as it is in a place: of its ids, the narrowest first, the first one that has articles
   * of its own decides.
   */
  at(platform: string, places: readonly (string | number | undefined)[]): Chat;
  readonly language: Language;
  readonly texts: Texts;
  /** Completions of what is typed into a command, for platforms that show them. */
  readonly complete: Completions;
  /** The buttons that one button for further questions unfolds into; undefined when the article has changed. */
  further(action: {
    readonly article: number;
    readonly questions: readonly number[];
  }): Promise<readonly Button[] | undefined>;
  /** The suggested question behind a button; undefined when the article has changed. */
  suggested(action: {
    readonly article: number;
    readonly question: number;
  }): Promise<string | undefined>;
  /** The paragraph of a deep link `p12` or `p12-DIGEST`; undefined for any other. */
  linked(payload: string): Show | undefined;
  /** The payload of a deep link to a paragraph, as `linked` reads it. */
  link(ref: Ref): string;
  /** Whether a person may ask now, or has asked too often; see rate-limit.ts. */
  allow(person: string, entrance?: Entrance): Promise<Allowance>;
  /** Deletes what is kept of a person of a platform, whose id ends the keys that name them. */
  forget(platform: string, person: string | number): Promise<void>;
  /** The buttons that ask for the reason of a vote down. */
  reasons(ref?: Ref): readonly Button[];
  /** What people asked and did not get lately, or since a day, for who runs the bot. */
  unanswered(since?: Date): Promise<Card>;
  /** Has the same of the last week sent, once a week; rejects as the sending does. */
  reportWeekly(send: (card: Card) => Promise<void>): Promise<void>;
  /** All of it, without limit. */
  unmetQuestions(): Promise<readonly QuestionGroup[]>;
  /** How the articles are managed by chat; undefined where they cannot be. */
  readonly managing?: Managing | undefined;
  /** What a page or a program reads, where a chat shows cards. */
  readonly library: Library;
  /**
   * Keeps a vote, or another in its place; see votes.ts. `press` is the conversationKey of the
   * message, and the person at its end.
   */
  vote(press: string, vote: Omit<Vote, 'article' | 'paragraph'>, ref?: Ref): Promise<void>;
}

/** Called when the answer begins to be waited for, as a reader is asked. */
type Waiting = () => void;

/** A passage with its place. */
export interface Quotation {
  readonly text: string;
  /** The words that answer, in UTF-16 units of `text`. */
  readonly bold: readonly Range[];
  /** The citation. */
  readonly source: string;
  /** Shows it where it stands, or where its article was published. */
  readonly url?: string;
  readonly ref: Ref;
}

/** Actions that show something below the message they belong to. */
export type Viewed =
  | Show
  | { readonly kind: 'figure'; readonly article: number; readonly figure: number };

/** Actions that draw a chart. */
type Drawn = Extract<Action, { readonly kind: 'chart' | 'series' }>;

/** Actions that show a list a page at a time. */
type Page = Extract<Action, { readonly kind: 'articles' | 'article' | 'contents' | 'figures' }>;

/** The key of a conversation: the turns of one person in one chat or thread of a platform. */
export function conversationKey(
  platform: string,
  ...place: readonly (string | number | undefined)[]
): string {
  return [platform, ...place.map((part) => part ?? '')].join(':');
}
