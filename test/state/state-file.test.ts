import { expect, it } from 'vitest';
import { stateFile } from '../../src/state/state-file.ts';

it('gives each corpus a file of its own in each room, however its folder is named', () => {
  const file = stateFile('state', 'search', 'corpus');
  expect(stateFile('state', 'search', './corpus')).toBe(file);
  expect(stateFile('state', 'search', 'other')).not.toBe(file);
  expect(stateFile('state', 'articles', 'corpus')).not.toBe(file);
  expect(file).toMatch(/^state\/search\/[0-9a-f]+\.sqlite$/);
});
