import {
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { type Path, type Problem, problem } from '../problems.ts';
import { lengthOf } from '../text.ts';
import { LIMITS } from './limits.ts';
import { walk } from './walk.ts';

/** What Discord asks of a message's components beyond their shape. */
export function problemsOfComponents(
  components: readonly APIMessageTopLevelComponent[],
  isV2: boolean,
): readonly Problem[] {
  const all = [...walk(components, ['components'])];
  return [
    ...(isV2 ? problemsOfV2(all) : problemsOfRows(components)),
    ...all.flatMap(({ component, path }) =>
      component.type === ComponentType.ActionRow
        ? problemsOfRow(component.components, path)
        : component.type === ComponentType.Button
          ? problemsOfButton(component, path)
          : component.type === ComponentType.StringSelect
            ? problemsOfSelect(component, path)
            : [],
    ),
    ...problemsOfIds(all),
  ];
}

type Walked = ReturnType<typeof walk> extends Iterable<infer One> ? One : never;

function problemsOfRows(components: readonly APIMessageTopLevelComponent[]): readonly Problem[] {
  if (components.length > LIMITS.rows) return [problem.badLength(['components'], 1, LIMITS.rows)];
  return components.flatMap(({ type }, index) =>
    type === ComponentType.ActionRow
      ? []
      : [problem.notOneOf(['components', index, 'type'], [ComponentType.ActionRow])],
  );
}

function problemsOfV2(all: readonly Walked[]): readonly Problem[] {
  const text = all
    .map(({ component }) => (component.type === ComponentType.TextDisplay ? component.content : ''))
    .reduce((sum, content) => sum + lengthOf(content), 0);
  return [
    ...(all.length > LIMITS.componentsTotal
      ? [problem.badLength(['components'], 1, LIMITS.componentsTotal)]
      : []),
    ...(text > LIMITS.displayedText
      ? [
          problem.of(
            ['components'],
            'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
            `The displayable text size (${text}) exceeds the maximum size (${LIMITS.displayedText})`,
          ),
        ]
      : []),
  ];
}

/** A row is five wide: a button takes one place, a select all of them. */
function problemsOfRow(
  components: readonly APIComponentInMessageActionRow[],
  path: Path,
): readonly Problem[] {
  const width = components.reduce(
    (sum, { type }) => sum + (type === ComponentType.Button ? 1 : LIMITS.buttonsInRow),
    0,
  );
  if (width <= LIMITS.buttonsInRow) return [];
  const message = 'The specified component exceeds the maximum width';
  return [problem.of([...path, 'components'], 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message)];
}

function problemsOfButton(button: APIButtonComponent, path: Path): readonly Problem[] {
  const { custom_id, url, label, emoji, sku_id } = button as Partial<
    Record<'custom_id' | 'url' | 'label' | 'sku_id', string>
  > & { emoji?: { id?: string; name?: string } };
  if (button.style === ButtonStyle.Premium) {
    return sku_id === undefined ? [problem.required([...path, 'sku_id'])] : [];
  }
  const problems: Problem[] = [];
  const isLink = button.style === ButtonStyle.Link;
  if (isLink && !url) problems.push(problem.required([...path, 'url']));
  if (!isLink && !custom_id) problems.push(problem.required([...path, 'custom_id']));
  if (url && custom_id) {
    const message = 'A custom id and url cannot both be specified';
    problems.push(problem.of(path, 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', message));
  }
  if (!label && !emoji) problems.push(problem.required([...path, 'label']));
  if (label && lengthOf(label) > LIMITS.buttonLabel) {
    problems.push(problem.tooLong([...path, 'label'], LIMITS.buttonLabel));
  }
  if (emoji && !emoji.id && !isEmoji(emoji.name ?? '')) {
    problems.push(problem.of([...path, 'emoji'], 'COMPONENT_INVALID_EMOJI', 'Invalid emoji'));
  }
  return problems;
}

const PICTURE = String.raw`(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3)`;
/** An emoji, or several joined to one. */
const EMOJI = new RegExp(`^${PICTURE}(?:[\u200D\uFE0F\\p{Emoji_Modifier}]|${PICTURE})*$`, 'u');
const isEmoji = (text: string) => EMOJI.test(text);

function problemsOfSelect(select: APIStringSelectComponent, path: Path): readonly Problem[] {
  const { options, min_values = 1, max_values = 1 } = select;
  const problems: Problem[] = [];
  const seen = new Set<string>();
  options.forEach(({ value }, index) => {
    if (seen.has(value)) {
      const message = 'The specified option value is already used';
      const at = [...path, 'options', index, 'value'];
      problems.push(problem.of(at, 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', message));
    }
    seen.add(value);
  });
  if (max_values > options.length || min_values > max_values) {
    const message = `Must be between ${min_values} and ${options.length}.`;
    problems.push(problem.of([...path, 'max_values'], 'NUMBER_TYPE_RANGE', message));
  }
  return problems;
}

function problemsOfIds(all: readonly Walked[]): readonly Problem[] {
  const seen = new Set<string>();
  return all.flatMap(({ component, path }) => {
    const { custom_id: id } = component as { custom_id?: string };
    if (!id) return [];
    const at = [...path, 'custom_id'];
    if (lengthOf(id) > LIMITS.customId) return [problem.tooLong(at, LIMITS.customId)];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const message = 'Component custom id cannot be duplicated';
    return [problem.of(at, 'COMPONENT_CUSTOM_ID_DUPLICATED', message)];
  });
}
