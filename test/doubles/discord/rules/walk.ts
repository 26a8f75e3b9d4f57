import type { APIMessageComponent } from 'discord-api-types/v10';
import type { Path } from '../problems.ts';

interface Nested {
  readonly components?: readonly APIMessageComponent[];
  readonly accessory?: APIMessageComponent;
}

/** Every component of a message, those within rows, sections and containers too, with its path. */
export function* walk(
  components: readonly APIMessageComponent[],
  path: Path,
): Generator<{ readonly component: APIMessageComponent; readonly path: Path }> {
  for (const [index, component] of components.entries()) {
    const at = [...path, index];
    yield { component, path: at };
    const { components: within, accessory } = component as Nested;
    if (within !== undefined) yield* walk(within, [...at, 'components']);
    if (accessory !== undefined) yield { component: accessory, path: [...at, 'accessory'] };
  }
}
