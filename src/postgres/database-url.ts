/** Whether a setting is an address of PostgreSQL. Apart from the client, which most processes never load. */
export function isDatabaseUrl(url: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(url) && URL.canParse(url);
}
