import { useI18n } from 'vue-i18n';
import { describeProblem } from './describe';

/** `const problemText = useProblemText()`; `problemText(error).sentence` in the language of the screen. */
export function useProblemText() {
  const { t, te } = useI18n();
  return (error: unknown) => describeProblem(error, { t: (key, values) => t(key, values ?? {}), te: (key) => te(key) });
}
