import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { usePermission } from '../../shared/composables/usePermission';
import { useSegments } from './api';
import { customersPermissions } from './model';

/** The RFM segments of the latest run in the language of the screen; without a run, a code stands for itself. */
export function useSegmentNames() {
  const { locale } = useI18n();
  const { can } = usePermission();
  const { data } = useSegments(() => can(customersPermissions.readRfm));
  const options = computed(() =>
    (data.value?.segments ?? []).map(({ code, names }) => ({
      code,
      name: locale.value === 'zh-CN' ? names.zh : names.en,
    })),
  );
  const names = computed(() => new Map(options.value.map(({ code, name }) => [code, name])));
  return { options, nameOf: (code: string) => names.value.get(code) ?? code };
}
