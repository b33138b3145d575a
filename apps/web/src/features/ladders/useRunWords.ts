import { useI18n } from 'vue-i18n';
import { useFormat } from '../../shared/format/useFormat';
import type { Run } from './model';

const TOLD = ['placed', 'rose', 'fell', 'kept', 'grace', 'undone', 'restated', 'lock-ended'] as const;

/** What an evaluation did, counted by kind of move. */
export function useRunWords() {
  const { t } = useI18n();
  const { whole } = useFormat();

  function movesText({ moves }: Pick<Run, 'moves'>): string {
    const counts = moves as Record<string, number>;
    const told = TOLD.filter((kind) => counts[kind]).map((kind) =>
      t(`ladders.run.moves.${kind}`, { count: whole(counts[kind]!) }),
    );
    const rest = Object.entries(counts)
      .filter(([kind]) => !(TOLD as readonly string[]).includes(kind))
      .reduce((sum, [, count]) => sum + count, 0);
    if (rest) told.push(t('ladders.run.moves.other', { count: whole(rest) }));
    return told.join(t('ladders.comma')) || t('ladders.run.none');
  }
  return { movesText };
}
