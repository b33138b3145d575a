import { onScopeDispose, readonly, ref } from 'vue';

const now = ref(new Date());
let users = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** The time, renewed every half minute by one clock for the whole screen, so that "3 minutes ago" stays true. */
export function useNow() {
  if (users++ === 0) {
    now.value = new Date();
    timer = setInterval(() => (now.value = new Date()), 30_000);
  }
  onScopeDispose(() => {
    if (--users === 0) clearInterval(timer);
  });
  return readonly(now) as Readonly<typeof now>;
}
