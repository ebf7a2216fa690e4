#!/bin/sh
# Inside the container: `serve` first brings topics and schemas in line; any other command runs as it is.
set -eu
run() {
  java -Xmx"${HEAP:-1g}" -XX:+UseParallelGC -XX:+ExitOnOutOfMemoryError \
    -jar /opt/lienthong/lienthong.jar "$@" --data-dir /var/lib/lienthong
}
if [ "${1:-serve}" = serve ]; then
  run topics apply
  run schemas register
  exec java -Xmx"${HEAP:-1g}" -XX:+UseParallelGC -XX:+ExitOnOutOfMemoryError \
    -jar /opt/lienthong/lienthong.jar serve --data-dir /var/lib/lienthong
fi
run "$@"
