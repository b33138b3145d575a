/** 'staff:01a2…' -> who that is; 'system' has no id. */
export interface ActorRef {
  kind: 'staff' | 'api-key' | 'member' | 'system';
  id: string | null;
}

export function actorOf(label: string): ActorRef {
  const [kind, id] = label.split(':', 2);
  const known = kind === 'staff' || kind === 'api-key' || kind === 'member';
  return known && id ? { kind, id } : { kind: 'system', id: null };
}

/** How an account is written as an actor; nobody in particular is the system itself. */
export function staffActor(id: string | null): string {
  return id === null ? 'system' : `staff:${id}`;
}
