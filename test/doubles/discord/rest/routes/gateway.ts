import { ok, type Route } from '../route.ts';

export interface GatewayInformation {
  readonly url: string;
  /** How many shards Discord recommends. */
  readonly shards: number;
  /** Logins that are left of the day's 1,000. */
  remaining(): number;
}

/** Where the gateway is, and how often one may log in. */
export const gatewayRoutes = ({ url, shards, remaining }: GatewayInformation): readonly Route[] => [
  { method: 'GET', path: '/gateway', isOpen: true, handle: () => ok({ url }) },
  {
    method: 'GET',
    path: '/gateway/bot',
    handle: () =>
      ok({
        url,
        shards,
        session_start_limit: {
          total: 1000,
          remaining: remaining(),
          reset_after: 86_400_000,
          max_concurrency: 1,
        },
      }),
  },
];
