import { type Access, createAccess } from './access.ts';
import { createWay, type Way } from './proxy.ts';
import type { Config } from './settings.ts';

/** What the operator has decided for a platform: how its calls leave this machine, and who may ask. */
export interface Policy {
  readonly way: Way;
  readonly access: Access;
}

export function createPolicy(
  { proxy, admins }: Pick<Config, 'proxy' | 'admins'>,
  platform: { readonly proxy?: string; readonly allow?: readonly string[] },
): Policy {
  return {
    way: createWay(proxy, platform.proxy),
    access: createAccess(platform.allow ?? [], admins ?? []),
  };
}
