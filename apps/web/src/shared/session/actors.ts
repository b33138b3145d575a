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
