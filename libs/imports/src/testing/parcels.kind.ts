import type { ImportKind, ImportOutcome } from '../domain/kinds';

export interface Parcel {
  number: string;
  weight: number;
  contents: string[];
  owner: string | null;
}

/** A kind of import for the tests of the engine: parcels with a number, one row per thing inside, kept in memory. */
export class Parcels {
  readonly kept = new Map<string, string>();
  batches: Parcel[][] = [];
  /** Called before a batch is written; may throw, as a lost connection would. */
  onBatch: (batch: Parcel[]) => void | Promise<void> = () => {};

  readonly kind: ImportKind<Parcel> = {
    kind: 'parcels',
    permission: 'parcels.write',
    keyField: 'number',
    fields: [
      { name: 'number', type: 'text', required: true, synonyms: ['包裹号', 'parcel no'] },
      { name: 'weight', type: 'whole', required: true, synonyms: ['重量', 'weight'] },
      { name: 'thing', type: 'text', synonyms: ['物品', 'thing'] },
      { name: 'sentAt', type: 'instant', synonyms: ['寄出时间', 'sent at'] },
      { name: 'size', type: 'choice', words: { small: ['小'], large: ['大'] }, synonyms: ['尺寸', 'size'] },
      { name: 'extra.*', type: 'text', synonyms: [] },
    ],
    identities: { known: [{ type: 'phone', synonyms: ['手机', 'phone'], pattern: /^1\d{10}$/ }], required: false },
    faultTexts: { 'parcels.heavy': { en: '{column} is too heavy', 'zh-CN': '{column} 过重' } },
    checkOptions: (options) =>
      Object.keys(options).map((key) => ({ pointer: `/${key}`, message: 'is not an option of parcels' })),
    prepare: ({ key, rows, identities }) => {
      const heavy = rows.filter(({ values }) => (values.weight as number) > 1000);
      if (heavy.length > 0) {
        return { faults: heavy.map(({ row }) => ({ row, fault: { code: 'parcels.heavy', field: 'weight' } })) };
      }
      const weight = rows.reduce((sum, { values }) => sum + (values.weight as number), 0);
      const contents = rows.flatMap(({ values }) => (values.thing === undefined ? [] : [String(values.thing)]));
      return { input: { number: key!, weight, contents, owner: identities[0]?.value ?? null } };
    },
    apply: (parcels, { dryRun }) => this.apply(parcels, dryRun),
  };

  private async apply(parcels: Parcel[], dryRun: boolean): Promise<ImportOutcome[]> {
    await this.onBatch(parcels);
    this.batches.push(parcels);
    return parcels.map((parcel) => {
      if (parcel.number.startsWith('!'))
        return { outcome: 'failed', code: 'parcels.lost', detail: 'The parcel is lost.' };
      const text = JSON.stringify(parcel);
      const before = this.kept.get(parcel.number);
      if (!dryRun) this.kept.set(parcel.number, text);
      return { outcome: before === undefined ? 'created' : before === text ? 'unchanged' : 'updated' };
    });
  }
}
