import type { Finding, Source } from './sources.ts';

/** Lines that a file may have at most; most stay under the first. */
export const GOOD_SIZE = 200;
export const MOST_LINES = 400;
/** Of ten files, how many may be longer than the good size. */
const LONG_SHARE = 0.1;

/** Names that say nothing about what is inside. */
const EMPTY_WORDS = /(^|[-.])(utils?|helpers?|common|base|managers?|impl|misc|stuff)(\.[a-z.]+)?$/;

export function sizeFindings(sources: Source[]): Finding[] {
  const lines = sources.map(({ path, text }) => ({ path, count: text.trimEnd().split('\n').length }));
  const long = lines.filter(({ count }) => count > GOOD_SIZE);
  const tooLong = lines.filter(({ count }) => count > MOST_LINES);
  return [
    ...tooLong.map(({ path, count }) => ({ where: path, what: `has ${count} lines, the limit is ${MOST_LINES}` })),
    ...(long.length > sources.length * LONG_SHARE
      ? [
          {
            where: 'the house',
            what: `${long.length} of ${sources.length} files have more than ${GOOD_SIZE} lines: ${long.map(({ path }) => path).join(', ')}`,
          },
        ]
      : []),
  ];
}

export function nameFindings(sources: Source[]): Finding[] {
  return sources.flatMap(({ path }) => {
    const empty = path.split('/').filter((part) => EMPTY_WORDS.test(part.toLowerCase()));
    return empty.map((part) => ({ where: path, what: `"${part}" does not say what is inside` }));
  });
}
