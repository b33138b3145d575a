import { ref, watch, type Ref } from 'vue';

/**
 * The key under which a dialog asks: a new one each time it opens, the same one for every press of its button. However often
 * somebody clicks, or tries again after the network failed, the act is booked once.
 */
export function useOnceKey(open: Ref<boolean>) {
  const once = ref('');
  watch(open, (isOpen) => isOpen && (once.value = crypto.randomUUID()), { immediate: true });
  return once;
}
