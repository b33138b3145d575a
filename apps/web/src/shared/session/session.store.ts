import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import { api, dataOf } from '../api';
import { anonymous, renew, setAccess, watchAccess, type SignedIn } from './access';

export type SignedInStaff = SignedIn['staff'];

/** Tells the other tabs who is signed in: the staff id, or nothing. Not a secret and not a proof. */
const TABS_KEY = 'siyu.signed-in';

/** Who is signed in and what they may do. */
export const useSession = defineStore('session', () => {
  const staff = ref<SignedInStaff | null>(null);
  /** Why the session could not be picked up, when it was not for lack of one: no network, a failing server. */
  const restoreProblem = shallowRef<unknown>(null);
  const permissions = computed(() => new Set(staff.value?.permissions));
  let restoring: Promise<void> | null = null;

  /** Signed in a moment ago and no longer, without having asked for it. */
  const hasEnded = ref(false);
  let lastStaffId: string | null = null;

  watchAccess((signedIn) => {
    // Someone else signed in, here or in another tab: nothing this page remembers is theirs.
    if (signedIn && lastStaffId !== null && signedIn.staff.id !== lastStaffId) return location.reload();
    hasEnded.value = !signedIn && staff.value !== null;
    staff.value = signedIn?.staff ?? null;
    lastStaffId = signedIn?.staff.id ?? lastStaffId;
    tellTabs(staff.value?.id ?? null);
  });
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== TABS_KEY || newValue === (staff.value?.id ?? null)) return;
    // Signed out elsewhere: sign out here. Signed in elsewhere: a fresh start picks that session up.
    if (newValue === null) setAccess(null);
    else location.reload();
  });

  /** Picks the session up after a page load; asked by every navigation, done once. */
  function restore(): Promise<void> {
    restoring ??= renew().then(
      () => undefined,
      (error: unknown) => {
        restoreProblem.value = error;
      },
    );
    return restoring;
  }

  async function signIn(email: string, password: string): Promise<void> {
    setAccess(await dataOf(anonymous.POST('/auth/sign-in', { body: { email, password } })));
  }

  /** Ends the session here and in the other tabs, even when the server can't be told; a fresh load forgets the rest. */
  async function signOut(): Promise<void> {
    try {
      await api.POST('/auth/sign-out', { body: {} });
    } finally {
      setAccess(null);
      location.assign('/');
    }
  }

  async function changePassword(currentPassword: string, newPassword: string): Promise<void> {
    await api.POST('/auth/password', { body: { currentPassword, newPassword } });
    // What this session may do can hang on the change; a renewal tells.
    await renew();
  }

  function can(permission: string): boolean {
    return permissions.value.has(permission);
  }

  return { staff, restoreProblem, hasEnded, can, restore, signIn, signOut, changePassword };
});

function tellTabs(staffId: string | null): void {
  try {
    if (staffId === null) localStorage.removeItem(TABS_KEY);
    else localStorage.setItem(TABS_KEY, staffId);
  } catch {
    // A blocked storage only means that tabs don't hear of each other.
  }
}
