import { onBeforeUnmount, onMounted, toValue, type MaybeRefOrGetter } from 'vue';
import { useI18n } from 'vue-i18n';
import { onBeforeRouteLeave, onBeforeRouteUpdate } from 'vue-router';
import { useConfirm } from '../../shared/composables/useConfirm';

/** Asks before what was typed is lost: by leaving the page for another, or the console altogether. */
export function useLeaveGuard(isUnsaved: MaybeRefOrGetter<boolean>): void {
  const { t } = useI18n();
  const confirm = useConfirm();
  const ask = () =>
    confirm({
      title: t('ladders.edit.leaveTitle'),
      text: t('ladders.edit.leaveText'),
      action: t('ladders.edit.leave'),
      isDangerous: true,
    });
  onBeforeRouteLeave(() => (toValue(isUnsaved) ? ask() : true));
  onBeforeRouteUpdate((to, from) => (toValue(isUnsaved) && to.params.id !== from.params.id ? ask() : true));

  function onUnload(event: BeforeUnloadEvent) {
    if (toValue(isUnsaved)) event.preventDefault();
  }
  onMounted(() => addEventListener('beforeunload', onUnload));
  onBeforeUnmount(() => removeEventListener('beforeunload', onUnload));
}
