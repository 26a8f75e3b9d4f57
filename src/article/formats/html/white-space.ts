const HAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]/u;

/** White space as a browser shows it; between Chinese characters a line end of the source is none. */
export function collapse(raw: string): string {
  const text = raw.replace(/[ \t\n\r\f]+/gu, (space: string, at: number) => {
    const within = HAN.test(raw.charAt(at - 1)) && HAN.test(raw.charAt(at + space.length));
    return within && space.includes('\n') ? '' : ' ';
  });
  return text.trim();
}
