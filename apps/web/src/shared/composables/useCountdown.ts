import { computed, onScopeDispose, ref } from 'vue';

/** Counts down to a moment, not in steps: a sleeping laptop wakes up at the right second. */
export function useCountdown() {
  const seconds = ref(0);
  let endsAt = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  function tick() {
    seconds.value = Math.max(0, Math.ceil((endsAt - Date.now()) / 1000));
    if (seconds.value === 0) clearInterval(timer);
  }

  function start(duration: number) {
    clearInterval(timer);
    endsAt = Date.now() + duration * 1000;
    timer = setInterval(tick, 250);
    tick();
  }

  onScopeDispose(() => clearInterval(timer));
  return { seconds, isRunning: computed(() => seconds.value > 0), start };
}
