# Sourced. free_port: a port that nobody listens on. listening PORT: waits until somebody does, for ten seconds at most.
# stop_all FOLDER: ends what this shell started in the background, and removes the folder; for trap … EXIT.
free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

listening() {
  for _ in $(seq 100); do
    if (exec 3<> "/dev/tcp/127.0.0.1/$1") 2> /dev/null; then return; fi
    sleep 0.1
  done
  echo "nobody listens on port $1" >&2
  return 1
}

stop_all() {
  local started
  started=$(jobs -p)
  # shellcheck disable=SC2086
  [ -z "$started" ] || { kill $started 2> /dev/null || true; wait $started 2> /dev/null || true; }
  rm -rf "$1"
}
