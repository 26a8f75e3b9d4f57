import { GrammyError, HttpError } from 'grammy';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../../adapters/common/log.ts';

const TOKEN = '123456:a/b"c\\secret';

function logged(
  write: (log: ReturnType<typeof createLog>) => void,
  level: 'trace' | 'warn' = 'trace',
) {
  const lines: string[] = [];
  write(createLog({ logLevel: level }, [TOKEN, ''], (line) => lines.push(line)));
  return lines;
}

describe('the log', () => {
  it('writes one JSON line with level, time and words', () => {
    const [line = ''] = logged((log) => log.child({ bot: 'telegram' }).info('甲\n乙'));
    expect(line.trimEnd()).not.toContain('\n');
    expect(JSON.parse(line)).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      bot: 'telegram',
      msg: '甲\n乙',
    });
  });

  it('keeps to its level', () => {
    expect(logged((log) => log.info('x'), 'warn')).toEqual([]);
  });

  it('never holds a secret, wherever it stands and however it is written', () => {
    const cause = new Error(`request to https://x/bot${TOKEN}/getMe failed`);
    const lines = logged((log) => {
      log.info(TOKEN);
      log.info({ url: `https://x/${encodeURIComponent(TOKEN)}` }, 'x');
      log.error({ err: new HttpError('Network request failed', cause) }, 'x');
      log.error({ err: new Error('x', { cause }) }, `${TOKEN} twice ${TOKEN}`);
    });
    expect(lines).toHaveLength(4);
    for (const line of lines) {
      expect(JSON.stringify(JSON.parse(line))).not.toContain('secret\\"');
      expect(line).not.toContain('a/b');
      expect(line).toContain('[secret]');
    }
  });

  it('leaves out what people wrote, which a platform’s errors hold', () => {
    const answer = { ok: false, error_code: 403, description: 'Forbidden' } as const;
    const error = new GrammyError('Call failed', answer, 'sendMessage', { text: '私事' });
    const [line = ''] = logged((log) => log.error({ err: error }, 'x'));
    expect(line).toContain('Forbidden');
    expect(line).not.toContain('私事');
  });
});
