import { useSession } from '../session/session.store';

/** `const { can } = usePermission()`: hides what the signed-in person may not do. The server decides all the same. */
export function usePermission() {
  const session = useSession();
  return { can: session.can };
}
