/**
 * When a lot ends, as SQL; `books.ts` has the same rule. `a` is the account, `l` the lot.
 *
 * @param zone the parameter that holds the programme's time zone, `$1::text`
 */
export function endOfLot(zone: string): string {
  const since = `greatest(coalesce(a.active_at, 'epoch'), coalesce(l.available_at, 'epoch'))`;
  const lastDay = `((${since} at time zone ${zone})::date + make_interval(months => l.idle_months))::date`;
  return `case when l.idle_months is null then l.expires_at else (${lastDay} + 1)::timestamp at time zone ${zone} end`;
}

/** The last day on which points that end at `end` can be spent. */
export function lastDayOf(end: string, zone: string): string {
  return `((${end} - interval '1 microsecond') at time zone ${zone})::date`;
}
