import { check } from '../posting.ts';
import type { Validate } from '../validate.ts';

/** Refuses a body that is not of the shape `schema` says; `[]` behind it means a list of them. */
export function checkBody(validate: Validate, schema: string, body: unknown): void {
  if (!schema.endsWith('[]')) {
    check(validate(schema, lenient(body ?? {})));
    return;
  }
  const each = schema.slice(0, -'[]'.length);
  const list: readonly unknown[] = Array.isArray(body) ? body : [body];
  list.forEach((item, index) => {
    check(validate(each, lenient(item)), [index]);
  });
}

/** Discord also takes permissions written as text, which its document does not say. */
function lenient(body: unknown): unknown {
  const { default_member_permissions: permissions } = body as {
    default_member_permissions?: unknown;
  };
  return typeof permissions === 'string' && /^\d+$/.test(permissions)
    ? { ...(body as object), default_member_permissions: Number(permissions) }
    : body;
}
