/** Characters as Discord's limits count them: code points. */
export const lengthOf = (text: string): number => [...text].length;

export const isBlank = (text: string | null | undefined): boolean => (text ?? '').trim() === '';
