import { buildDictionary } from './jieba.ts';

// `npm run build` runs this, so that no process makes the dictionary at its start.
buildDictionary();
