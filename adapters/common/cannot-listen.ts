import { YuanwenError } from '../../src/util/errors.ts';

/** That a server cannot have the address that the settings of these names give it. */
export function cannotListen(
  server: string,
  { host, port }: { readonly host: string; readonly port: number },
  settings: string,
): (error: NodeJS.ErrnoException) => YuanwenError {
  return (error) =>
    new YuanwenError(
      'config',
      `${server} cannot listen on ${host}:${port} (${error.code}): set ${settings} to an address that is free.`,
      { cause: error },
    );
}
