import { describe } from 'vitest';
import { ENGINES } from './corpus.ts';
import { engineContract } from './engine-contract.ts';

describe.each(ENGINES)('%s', (name, create) => engineContract(name, create));
