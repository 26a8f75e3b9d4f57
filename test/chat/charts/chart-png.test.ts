import { expect, it } from 'vitest';
import { chartPng } from '../../../src/chat/charts/chart-png.ts';

const svg = (text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40" viewBox="0 0 200 40"><rect width="200" height="40" fill="#fff"/><text x="4" y="28" font-size="20" font-family="'Noto Sans SC'">${text}</text></svg>`;

it('is a picture with its own font, which has simplified and traditional characters', async () => {
  const [empty, simplified, traditional] = await Promise.all(
    ['', '数据', '數據'].map((text) => chartPng(svg(text))),
  );
  expect(
    Buffer.from(empty ?? [])
      .subarray(1, 4)
      .toString('latin1'),
  ).toBe('PNG');
  const sizes = [empty, simplified, traditional].map((png) => png?.length ?? 0);
  // a character that the font lacks would leave no trace
  expect(sizes[1]).toBeGreaterThan((sizes[0] ?? 0) + 300);
  expect(sizes[2]).toBeGreaterThan((sizes[0] ?? 0) + 300);
  expect(simplified).not.toEqual(traditional);
});
