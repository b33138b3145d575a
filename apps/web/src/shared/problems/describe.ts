import { ApiProblem } from '@siyu/api-client';

/** A failure in words for the screen. */
export interface ProblemText {
  sentence: string;
  /** The server's own words, when ours for the code are missing and theirs may help. */
  detail: string;
  requestId: string | null;
}

interface Translator {
  t(key: string, values?: Record<string, unknown>): string;
  te(key: string): boolean;
}

/**
 * One plain sentence for any failure: by the problem's code if we have words for it, else by what its status means.
 * Example: `staff.email-taken` looks for `problem.staff.email-taken`, then for `problem.status.409`.
 */
export function describeProblem(error: unknown, { t, te }: Translator): ProblemText {
  if (!(error instanceof ApiProblem)) return { sentence: t('problem.unexpected'), detail: '', requestId: null };
  const own = `problem.${error.code}`;
  if (te(own)) return { sentence: t(own, error.extra), detail: '', requestId: error.requestId };
  const byStatus = `problem.status.${error.status >= 500 ? 500 : error.status}`;
  const sentence = te(byStatus) ? t(byStatus) : t('problem.unexpected');
  return { sentence, detail: error.status >= 500 ? '' : error.detail, requestId: error.requestId };
}

/** '/identities/0/value' -> 'identities.0.value': the name a FormField goes by. */
export function fieldOfPointer(pointer: string): string {
  return pointer
    .replace(/^#?\//, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}
