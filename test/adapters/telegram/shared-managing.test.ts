import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProxy } from '../../doubles/proxy/index.ts';
import {
  startTelegram,
  type TelegramChat,
  type TelegramDouble,
} from '../../doubles/telegram/index.ts';
import { BULLETIN } from '../../helpers/chat.ts';
import { RAIN, WEATHER } from '../../helpers/managed.ts';
import { HAS_POSTGRES } from '../../helpers/postgres-binaries.ts';
import { type PostgresCluster, startPostgres } from '../../helpers/postgres-cluster.ts';
import {
  MAIN,
  PATIENCE,
  startWorkerProcess,
  until,
  type WorkerProcess,
} from '../../helpers/worker-process.ts';

describe.skipIf(!HAS_POSTGRES)(
  'articles by chat over a database',
  { timeout: 2 * PATIENCE },
  () => {
    const home = mkdtempSync(join(tmpdir(), 'yuanwen-shared-managing-'));
    const corpus = join(home, 'corpus');
    let cluster: PostgresCluster;
    let telegram: TelegramDouble;
    let admin: TelegramChat;
    let workers: WorkerProcess[] = [];

    const settings = (state: string): NodeJS.ProcessEnv => ({
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      CORPUS_DIR: corpus,
      STATE_DIR: join(home, state),
      DATABASE_URL: cluster.url,
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.root,
      ADMINS: String(admin.id),
    });

    beforeAll(async () => {
      cluster = await startPostgres();
      telegram = await startTelegram();
      admin = telegram.private();
      mkdirSync(corpus);
      writeFileSync(join(corpus, 'bulletin.txt'), BULLETIN);
      for (const state of ['one', 'two'])
        workers.push(await startWorkerProcess(home, settings(state)));
    }, PATIENCE);
    afterAll(async () => {
      await Promise.all(workers.map((worker) => worker.stop()));
      workers = [];
      await telegram?.close();
      await cluster?.end();
      rmSync(home, { recursive: true, force: true });
    });

    /** Waits until every worker answers so. */
    async function allAnswer(question: string, fits: (reply: string) => boolean): Promise<void> {
      for (const worker of workers)
        await until(async () => fits(await worker.ask(question)) || undefined);
    }
    async function send(name: string, text: string, label: string): Promise<string> {
      const offer = await telegram.answerTo(admin.sendsFile(name, Buffer.from(text)));
      const before = admin.sent.length;
      await telegram.answerToPress(admin.presses(offer, label));
      const ready = await until(async () =>
        admin.sent.slice(before).find((message) => message.text.includes('可以问了')),
      );
      return ready.text;
    }

    it('an article that is sent is asked of every worker, and of no folder', async () => {
      expect(await send('江北 气象.txt', WEATHER, '收下')).toContain('《江北气象公报》');
      await allAnswer(RAIN, (reply) => reply.includes('1200毫米'));
      expect(readdirSync(corpus)).toEqual(['bulletin.txt']);
    });

    it('one that takes its place is asked from then on', async () => {
      await send('江北 气象.txt', WEATHER.replace('1200', '1300'), '替换旧的');
      await allAnswer(RAIN, (reply) => reply.includes('1300毫米') && !reply.includes('1200毫米'));
    });

    it('one that says the same is told to be ready, too', async () => {
      await send('江北 气象.txt', WEATHER.replace('1200', '1300'), '替换旧的');
    });

    it('one of the folder that is taken away is asked of no worker', async () => {
      const asked = await telegram.answerTo(admin.says('/corpus remove bulletin.txt'));
      await telegram.answerToPress(admin.presses(asked, '移走'));
      expect(asked.text).toContain('已移走：bulletin.txt');
      await allAnswer('青禾水厂日处理能力是多少？', (reply) => !reply.includes('30万吨'));
      expect(readdirSync(corpus)).toEqual(['bulletin.txt']);
    });

    it('npm run add puts a page into the database, once', async () => {
      const server = createServer((_, response) => {
        response.setHeader('content-type', 'text/plain; charset=utf-8');
        response.end(BULLETIN.replaceAll('青禾', '南湾'));
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const proxy = await startProxy();
      const address = `http://page.invalid:${port}/water`;
      const run = async (...args: string[]) => {
        const env = { ...settings('command'), HTTP_PROXY: `http://127.0.0.1:${proxy.port}` };
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
        const added = await run('add', address);
        expect(added.printed).toContain('added 滨江新区2022年水务公报.txt to the database\n');
        expect(added.code).toBe(0);
        await allAnswer('南湾水厂日处理能力是多少？', (reply) => reply.includes('30万吨'));
        expect(await run('add', address)).toMatchObject({
          code: 1,
          printed: expect.stringContaining('is there already, as 滨江新区2022年水务公报.txt'),
        });
        const moved = await run('migrate', 'to-files', '--corpus', join(home, 'moved'));
        expect(moved.printed).toMatch(/3 files of articles/);
        expect(readdirSync(join(home, 'moved')).sort()).toEqual(
          ['江北 气象.txt', '滨江新区2022年水务公报.txt', '滨江新区2022年水务公报.txt.yaml'].sort(),
        );
        expect(readFileSync(join(home, 'moved', '江北 气象.txt'), 'utf8')).toContain('1300毫米');
      } finally {
        server.closeAllConnections();
        server.close();
        await proxy.close();
      }
    });
  },
);
