/** Collects the values of a statement that is put together from pieces. Those that no piece uses in the end are left out. */
export class Parameters {
  private readonly given: unknown[] = [];
  private readonly places = new Map<string, string>();

  /** @param type of PostgreSQL @returns what stands for the value in a piece of the statement, the same for the same value */
  add(value: unknown, type: string): string {
    const name = `${type} ${JSON.stringify(value)}`;
    const known = this.places.get(name);
    if (known !== undefined) return known;
    this.given.push(value);
    const place = `{{${this.given.length - 1}}}::${type}`;
    this.places.set(name, place);
    return place;
  }

  /** The statement with its values numbered in the order in which they occur. */
  statement(pieces: string): { text: string; values: unknown[] } {
    const used: number[] = [];
    const text = pieces.replace(/\{\{(\d+)\}\}/g, (_, place: string) => {
      const known = used.indexOf(Number(place));
      return `$${known >= 0 ? known + 1 : used.push(Number(place))}`;
    });
    return { text, values: used.map((place) => this.given[place]) };
  }
}
