/** The file of a whole corpus: where a folder holds it, no other file is read. */
export const WHOLE_CORPUS = 'articles.jsonl';

/** The ending of a file that holds the front matter of the file beside it: `report.pdf.yaml`. */
export const BESIDE = '.yaml';
