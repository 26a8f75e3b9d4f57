import { COUNTRIES, PROVINCES, REGIONS, WHOLES } from '../data/places.ts';

const names = new Map<string, string>();
for (const { name, full, cities } of PROVINCES) {
  for (const city of cities) {
    // 黄山市, 吉林市: the bare word is something else, or the province
    const bare = city.replace(/[市州]$/, (end) => (city.endsWith('市') ? '' : end));
    names.set(`${bare}市`, bare);
    if (bare === city) names.set(city, city);
  }
  for (const written of [name, full, `${name}省`]) names.set(written, name);
}
for (const name of [...COUNTRIES, ...Object.keys(REGIONS)]) names.set(name, name);
for (const [written, name] of Object.entries(WHOLES)) names.set(written, name);
names.set('粤港澳', '粤港澳大湾区');

/** Each way to write a place, with its canonical short name. */
export const PLACE_NAMES: ReadonlyMap<string, string> = names;
