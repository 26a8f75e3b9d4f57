import { startWorker, type Worker } from '../../src/chat/worker.ts';

/** A worker over a database, which must not be away when it starts. */
export async function newWorker(url: string, tenant = 'default', days = 30): Promise<Worker> {
  const report = { away() {}, back() {}, fault: (error: unknown) => console.error(error) };
  const settings = { url, tenant, connections: 5 };
  const worker = await startWorker(settings, days, report, new AbortController().signal);
  if (worker === undefined) throw new Error('no worker');
  return worker;
}
