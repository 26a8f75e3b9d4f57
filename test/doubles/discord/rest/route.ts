import type { State } from '../state.ts';
import type { UploadedFile } from '../world.ts';

/** A call as a route sees it; its body has passed the route's schema. */
export interface Request {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
  readonly state: State;
}

export interface Answer {
  readonly status: number;
  /** Sent as JSON; nothing where left out. */
  readonly body?: unknown;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As Discord's OpenAPI document writes it: `/channels/{channel_id}/messages`. */
  readonly path: string;
  /** The schema of the body, by its name in Discord's document; `[]` behind it for a list of them. */
  readonly schema?: string;
  /** The token in the path is the credential: no authorization is asked. */
  readonly isOpen?: true;
  handle(request: Request): Answer;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const noContent: Answer = { status: 204 };
