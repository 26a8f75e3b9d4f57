/** An exact decimal number: `digits` × 10^`exponent`. Doubles cannot hold 1.37 × 10^12 by multiplying. */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/**
 * The number that a plain or exponential decimal stands for, such as `-1.37`, `42` or `1e+21`;
 * undefined for any other text.
 */
export function decimal(text: string): Decimal | undefined {
  const match = /^([-+]?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d+))?$/.exec(text);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  return {
    digits: BigInt(sign === '-' ? `-${whole}${fraction}` : whole + fraction),
    exponent: Number(exponent) - fraction.length,
  };
}

/** The decimal that JavaScript prints for `value`, so 0.1 is one tenth and not its binary neighbour. */
export function fromNumber(value: number): Decimal {
  const read = decimal(String(value));
  if (!read) throw new RangeError(`not a finite number: ${value}`);
  return read;
}

export function add(a: Decimal, b: Decimal): Decimal {
  const exponent = Math.min(a.exponent, b.exponent);
  return { digits: digitsAt(a, exponent) + digitsAt(b, exponent), exponent };
}

export function negate(a: Decimal): Decimal {
  return { digits: -a.digits, exponent: a.exponent };
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, exponent: a.exponent + b.exponent };
}

/** a / b rounded half away from zero to `places` decimals; undefined for a division by zero. */
export function divide(a: Decimal, b: Decimal, places: number): Decimal | undefined {
  if (b.digits === 0n) return undefined;
  const exponent = Math.min(a.exponent, b.exponent);
  const numerator = 2n * digitsAt(a, exponent) * 10n ** BigInt(places);
  const denominator = digitsAt(b, exponent);
  const negative = numerator < 0n !== denominator < 0n;
  const [top, bottom] = [magnitude(numerator), magnitude(denominator)];
  const rounded = (top / bottom + 1n) / 2n;
  return { digits: negative ? -rounded : rounded, exponent: -places };
}

export function compare(a: Decimal, b: Decimal): number {
  const { digits } = add(a, negate(b));
  return digits === 0n ? 0 : digits > 0n ? 1 : -1;
}

/** `a` × 10^`places`, exactly: a multiplication or division by 万 or 亿. */
export function scale(a: Decimal, places: number): Decimal {
  return { digits: a.digits, exponent: a.exponent + places };
}

/** The nearest double, correctly rounded once. */
export function toNumber(a: Decimal): number {
  return Number(`${a.digits}e${a.exponent}`);
}

/** Plain digits without an exponent and without trailing zeros after the point, e.g. `523`, `2.7`. */
export function print(a: Decimal): string {
  if (a.exponent >= 0) return String(digitsAt(a, 0));
  const sign = a.digits < 0n ? '-' : '';
  const padded = String(magnitude(a.digits)).padStart(1 - a.exponent, '0');
  const whole = padded.slice(0, a.exponent);
  const fraction = padded.slice(a.exponent).replace(/0+$/, '');
  return sign + whole + (fraction ? `.${fraction}` : '');
}

function digitsAt(a: Decimal, exponent: number): bigint {
  return a.digits * 10n ** BigInt(a.exponent - exponent);
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
