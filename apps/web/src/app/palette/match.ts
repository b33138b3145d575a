/**
 * Which entries of the palette fit the words: every word must occur in one of an entry's names. Entries whose name
 * begins with the words come first, the rest keep their order.
 */
export function matching<T>(entries: readonly T[], words: string, namesOf: (entry: T) => readonly string[]): T[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  const fitting = entries.filter((entry) => {
    const names = namesOf(entry).map(fold);
    return wanted.every((word) => names.some((name) => name.includes(word)));
  });
  const begins = (entry: T) => namesOf(entry).some((name) => fold(name).startsWith(fold(words).trim()));
  return [...fitting.filter(begins), ...fitting.filter((entry) => !begins(entry))];
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
