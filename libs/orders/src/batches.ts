import type { FieldFault } from '@siyu/kernel';
import { checkAgainst } from '@siyu/platform';
import type { BatchAnswer, BatchFailure } from './batches.dto';
import type { Recorded } from './reports.service';

/**
 * Takes a batch from the wire: each entry is checked on its own, the good ones are recorded together, and the answer counts
 * what became of them.
 *
 * @param list name of the list in the request, for the pointers
 * @param type what an entry must be
 * @param record records the good entries, one answer per entry
 */
export async function takeBatch<Dto extends object>(
  list: string,
  type: new () => Dto,
  entries: unknown[],
  record: (entries: Dto[]) => Promise<Recorded[]>,
): Promise<BatchAnswer> {
  const good: { index: number; value: Dto }[] = [];
  const failed: BatchFailure[] = [];
  entries.forEach((entry, index) => {
    const checked = checkAgainst(type, entry);
    if (checked.faults === null) good.push({ index, value: checked.value });
    else failed.push({ index, ...malformed(checked.faults) });
  });
  const recorded = good.length > 0 ? await record(good.map(({ value }) => value)) : [];
  const answer: BatchAnswer = { created: 0, updated: 0, unchanged: 0, failed };
  recorded.forEach((one, place) => {
    if (one.outcome !== 'failed') answer[one.outcome] += 1;
    else
      failed.push({
        index: good[place]!.index,
        code: one.code,
        detail: one.detail,
        ...(one.errors ? { errors: one.errors } : {}),
      });
  });
  for (const failure of failed) {
    const here = `/${list}/${failure.index}`;
    failure.errors = failure.errors?.slice(0, 50).map(({ pointer, message }) => ({ pointer: here + pointer, message }));
  }
  failed.sort((a, b) => a.index - b.index);
  return answer;
}

/** The same words as for a request that is malformed as a whole. */
function malformed(errors: FieldFault[]): Omit<BatchFailure, 'index'> {
  const [first] = errors;
  return { code: 'request.invalid', detail: `${first?.pointer} ${first?.message}.`.trim(), errors };
}
