import { refusals } from '../../refusal.ts';
import type { CommandBody } from '../../rules/commands.ts';
import type { Command } from '../../world.ts';
import { noContent, ok, type Request, type Route } from '../route.ts';

/** Registration of commands: for everybody, and for one server at once. */
export const commandRoutes: readonly Route[] = [
  '/applications/{application_id}/commands',
  '/applications/{application_id}/guilds/{guild_id}/commands',
].flatMap((path): readonly Route[] => [
  {
    method: 'GET',
    path,
    handle(request) {
      const commands = request.state.commands.list(scopeOf(request));
      const isFull = request.query.get('with_localizations') === 'true';
      return ok(isFull ? commands : commands.map(withoutLocalizations));
    },
  },
  {
    method: 'PUT',
    path,
    schema: 'ApplicationCommandUpdateRequest[]',
    handle: (request) =>
      ok(request.state.commands.replace(request.body as CommandBody[], scopeOf(request))),
  },
  {
    method: 'POST',
    path,
    schema: 'ApplicationCommandCreateRequest',
    handle(request) {
      const { command, isNew } = request.state.commands.add(
        request.body as CommandBody,
        scopeOf(request),
      );
      return { status: isNew ? 201 : 200, body: command };
    },
  },
  {
    method: 'GET',
    path: `${path}/{command_id}`,
    handle: (request) => ok(request.state.commands.get(idOf(request), scopeOf(request))),
  },
  {
    method: 'PATCH',
    path: `${path}/{command_id}`,
    schema: 'ApplicationCommandPatchRequestPartial',
    handle: (request) =>
      ok(
        request.state.commands.change(
          idOf(request),
          request.body as Partial<CommandBody>,
          scopeOf(request),
        ),
      ),
  },
  {
    method: 'DELETE',
    path: `${path}/{command_id}`,
    handle(request) {
      request.state.commands.remove(idOf(request), scopeOf(request));
      return noContent;
    },
  },
]);

const idOf = ({ params }: Request) => params['command_id']!;

function scopeOf({ params, state }: Request): string | undefined {
  if (params['application_id'] !== state.bot.id) throw refusals.missingAccess();
  const { guild_id } = params;
  if (guild_id === undefined) return undefined;
  if (!state.world.guilds.get(guild_id)?.hasBot) throw refusals.missingAccess();
  return guild_id;
}

/** As a list comes unless `with_localizations` is asked for. */
function withoutLocalizations(command: Command): unknown {
  const { name_localizations: _, description_localizations: __, options, ...rest } = command;
  return {
    ...rest,
    ...(options !== undefined && {
      options: options.map((option) => withoutLocalizations(option as unknown as Command)),
    }),
  };
}
