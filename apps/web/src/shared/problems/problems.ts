import { shallowReactive } from 'vue';

/** The one place for problems nobody expected. The shell draws what lies here; forms and lists draw their own. */
export interface Reported {
  id: number;
  error: unknown;
}

const AT_MOST = 3;
const reported = shallowReactive<Reported[]>([]);
let lastId = 0;

/** Shows the problem in the corner of the screen until it is dismissed. A call cancelled on purpose is none. */
export function reportProblem(error: unknown): void {
  if (error instanceof Error && error.name === 'AbortError') return;
  if (reported.some((each) => sameProblem(each.error, error))) return;
  reported.push({ id: ++lastId, error });
  if (reported.length > AT_MOST) reported.shift();
}

export function dismissProblem(id: number): void {
  const index = reported.findIndex((each) => each.id === id);
  if (index >= 0) reported.splice(index, 1);
}

export function reportedProblems(): readonly Reported[] {
  return reported;
}

/** Ten calls that fail for the same reason are one problem. */
function sameProblem(one: unknown, other: unknown): boolean {
  return one instanceof Error && other instanceof Error && one.name === other.name && one.message === other.message;
}
