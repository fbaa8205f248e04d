#!/usr/bin/env bash
# Runs the bench: builds it where it is not built, finds a JDK 25, and passes its arguments on. `run.sh --help` lists the commands.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)

jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    [ -x "$candidate/bin/javac" ] || continue
    case $("$candidate/bin/javac" -version 2>/dev/null) in
      "javac 25"* | "javac 26"* | "javac 27"*) echo "$candidate"; return ;;
    esac
  done
  echo "bench: no JDK 25 found: set JAVA_HOME to one" >&2
  return 1
}

JAVA_HOME=$(jdk)
export JAVA_HOME
if [ ! -d "$here/target/lib" ] || [ -z "$(ls "$here"/target/bench-*.jar 2>/dev/null)" ]; then
  (cd "$root" && mvn -B -q -ntp -DskipTests -pl infra/bench,data-plane/gateway,control-plane,admin-ui -am package)
fi
exec "$JAVA_HOME/bin/java" -Dtollgate.repository="$root" --enable-native-access=ALL-UNNAMED -Xmx1g -XX:+UseSerialGC \
  -cp "$(ls "$here"/target/bench-*.jar | head -1):$here/target/lib/*" dev.tollgate.bench.Bench "$@"
