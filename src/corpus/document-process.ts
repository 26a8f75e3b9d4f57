import { formatOf } from '../article/formats/index.ts';
import type { DocumentAnswer, DocumentRequest } from './document-reader.ts';
import { failed, readArticle } from './read-articles.ts';

// The process that reads documents for another one; see document-reader.ts.

const progress = () => {
  process.send?.({} satisfies DocumentAnswer);
};

process.on('message', async ({ file, id, bytes, front }: DocumentRequest) => {
  const format = formatOf(file);
  const reading =
    format === undefined
      ? failed(file, 'is of a format that is not read')
      : await readArticle(file, id, format, { bytes, front, progress });
  process.send?.({ reading } satisfies DocumentAnswer);
});
// whoever asks has gone
process.once('disconnect', () => process.exit());
