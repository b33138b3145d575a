import { setImmediate } from 'node:timers/promises';
import type { FieldFault } from '@siyu/kernel';
import { checkAgainst } from '@siyu/platform';
import type { BatchAnswer, BatchFailure } from './batches.dto';
import type { Recorded } from './reports.service';

const MOST_FAULTS = 50;
const CHECKED_AT_ONCE = 50;

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
  const checked = await checkEach(type, entries);
  const good = checked.flatMap(({ value }) => value ?? []);
  const recorded = (good.length > 0 ? await record(good) : []).values();
  const outcomes = checked.map(({ faults }) => (faults ? malformed(faults) : recorded.next().value!));

  const answer: BatchAnswer = { created: 0, updated: 0, unchanged: 0, failed: [] };
  outcomes.forEach((one, index) => {
    if (one.outcome === 'failed') answer.failed.push(failureOf(one, index, `/${list}/${index}`));
    else answer[one.outcome] += 1;
  });
  return answer;
}

/** Checking a thousand entries keeps the process busy for a while; other requests get their turn in between. */
async function checkEach<Dto extends object>(type: new () => Dto, entries: unknown[]) {
  const checked: ReturnType<typeof checkAgainst<Dto>>[] = [];
  for (const entry of entries) {
    if (checked.push(checkAgainst(type, entry)) % CHECKED_AT_ONCE === 0) await setImmediate();
  }
  return checked;
}

type Failed = Extract<Recorded, { outcome: 'failed' }>;

/** In the words in which a request is refused that is malformed as a whole. */
function malformed(errors: FieldFault[]): Failed {
  const [first] = errors;
  const detail = `${first?.pointer} ${first?.message}.`.trim();
  return { outcome: 'failed', code: 'request.invalid', detail, errors };
}

function failureOf({ code, detail, errors }: Failed, index: number, entry: string): BatchFailure {
  const faults = errors?.slice(0, MOST_FAULTS).map(({ pointer, message }) => ({ pointer: entry + pointer, message }));
  return { index, code, detail, ...(faults ? { errors: faults } : {}) };
}
