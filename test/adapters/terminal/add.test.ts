import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { addPages } from '../../../adapters/terminal/add.ts';
import { parseCommand } from '../../../adapters/terminal/command.ts';
import type { FetchPage } from '../../../src/corpus/add-page.ts';
import { folderFiles } from '../../../src/corpus/change-folder.ts';
import { startProxy } from '../../doubles/proxy/index.ts';
import { BULLETIN } from '../../helpers/chat.ts';
import { memoryIo } from './fakes.ts';

const MAIN = fileURLToPath(new URL('../../../dist/adapters/main.js', import.meta.url));

const folder = () => mkdtempSync(join(tmpdir(), 'yuanwen-'));

describe('add', () => {
  it('is told addresses', () => {
    const [one, two] = ['https://a.example/1', 'https://a.example/2'];
    expect(parseCommand(['add', one, two, '--corpus', 'x'])).toEqual({
      name: 'add',
      addresses: [one, two],
      corpus: 'x',
    });
    expect(() => parseCommand(['add'])).toThrow(/address of a page/);
  });

  it('says what was added, what is to be mended in it, and what went wrong with the others', async () => {
    const dir = folder();
    const bytes = Buffer.from(BULLETIN.replace(/2023-04-22.*\n\n/u, ''));
    const fetchPage: FetchPage = async (url) =>
      url.endsWith('/gone')
        ? { ok: false, fault: 'status', detail: '404' }
        : { ok: true, page: { url, type: 'text/plain', bytes } };
    const { io, said } = memoryIo('');
    const addresses = ['https://a.example/gone', 'https://a.example/new', 'https://a.example/new'];
    const files = folderFiles(dir, join(dir, 'removed'));
    await expect(addPages({ files, where: dir }, addresses, fetchPage, io)).rejects.toThrow(
      /gone was refused by its server \(status 404\); .+ \| https:\/\/a\.example\/new is there already, as 滨江新区2022年水务公报\.txt;/,
    );
    expect(said()).toContain(`added 滨江新区2022年水务公报.txt to ${dir}\n`);
    expect(said()).toContain('日期不详');
    expect(said()).toContain('names no date; add date: 2023-06-01 in');
    expect(readdirSync(dir).length).toBe(2);
  });

  it.skipIf(!existsSync(MAIN))(
    'fetches through the proxy of the settings',
    async () => {
      const server = createServer((_, response) => {
        response.setHeader('content-type', 'text/plain; charset=utf-8');
        response.end(BULLETIN);
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const proxy = await startProxy();
      const home = folder();
      mkdirSync(join(home, 'corpus'));
      const run = async (...args: string[]) => {
        const env = { HTTP_PROXY: `http://127.0.0.1:${proxy.port}` };
        const child = spawn(process.execPath, [MAIN, ...args], { cwd: home, env });
        let printed = '';
        for (const stream of [child.stdout, child.stderr])
          stream.setEncoding('utf8').on('data', (text) => {
            printed += text;
          });
        const [code] = await once(child, 'close');
        return { code, printed };
      };
      try {
        const added = await run('add', `http://page.invalid:${port}/water`);
        expect(added).toMatchObject({ code: 0, printed: expect.stringContaining('滨江日报') });
        expect(proxy.reached).toEqual([`page.invalid:${port}`]);
        const inside = await run('add', `http://127.0.0.1:${port}/water`);
        expect(inside.code).toBe(1);
        expect(inside.printed).toMatch(/^yuanwen: .+ leads into a private network, .+\n$/);
        const answer = await run('ask', '青禾水厂日处理能力是多少？');
        expect(answer.printed).toContain('30万吨');
      } finally {
        server.closeAllConnections();
        server.close();
        await proxy.close();
      }
    },
    60_000,
  );
});
