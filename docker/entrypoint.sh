#!/bin/bash
# siyu               what ROLE says: all, api or worker
# siyu <command> …   a command of the command line: siyu seed, siyu import orders.csv --kind orders
set -euo pipefail
cd /siyu

serve() {
  exec node --enable-source-maps "dist/$1/main.js"
}

if [ $# -gt 0 ]; then
  exec node --enable-source-maps dist/api/cli.js "$@"
fi

case "$ROLE" in
  api | worker) serve "$ROLE" ;;
  all) ;;
  *)
    echo "ROLE is all, api or worker, not \"$ROLE\"." >&2
    exit 1
    ;;
esac

# Both in one container: when one ends, so does the other, and the container with them.
(serve api) & api=$!
(serve worker) & worker=$!
asked=
trap 'asked=yes; kill -TERM "$api" "$worker" 2>/dev/null || true' TERM INT
status=0
wait -n "$api" "$worker" || status=$?
[ -z "$asked" ] || status=0
kill -TERM "$api" "$worker" 2>/dev/null || true
wait
exit "$status"
