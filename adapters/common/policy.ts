import { type Access, createAccess } from './access.ts';
import { createWay, type Way } from './proxy.ts';
import type { Config } from './settings.ts';

/**
 * What the operator has decided for a platform: how its calls leave this machine, who may ask, and
 * which of its chats is told what was not answered.
 */
export interface Policy {
  readonly way: Way;
  readonly access: Access;
  readonly reportTo?: string;
}

export function createPolicy(
  { proxy, admins, report }: Pick<Config, 'proxy' | 'admins' | 'report'>,
  platform: { readonly proxy?: string; readonly allow?: readonly string[] },
  name: string,
): Policy {
  return {
    way: createWay(proxy, platform.proxy),
    access: createAccess(platform.allow ?? [], admins ?? []),
    ...(report?.platform === name && { reportTo: report.chat }),
  };
}
