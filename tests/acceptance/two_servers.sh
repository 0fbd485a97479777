# shellcheck shell=sh disable=SC2154
# Two private MariaDBs on this machine for trying what lies beyond one server. Sourced by replica.sh and galera.sh, which
# set `work` (an empty folder), `port` (this one and the next are used) and `program` (mycrmctl).

say() { printf '\n== %s\n' "$*"; }
fail() {
    printf 'FAILED: %s\n' "$*" >&2
    exit 1
}

# prepare NAME PORT: certificates, settings and an empty data folder, not running. Extra settings come on stdin.
prepare() {
    [ "$1" = a ] || { mkdir -p "$work/$1" && cp -R "$work/a/tls" "$work/$1/tls"; }
    sh "$root/installer/mariadb-server.sh" --user-mode "$work/$1" --port "$2" >"$work/$1.log"
    sh "$root/installer/mariadb-server.sh" --user-mode "$work/$1" --stop >>"$work/$1.log"
    cat >>"$work/$1/my.cnf"
}

# start NAME [arguments]; once more when the server has come up without taking connections (seen once on a busy machine)
start() {
    begin "$@" || { stop "$1" KILL; begin "$@"; } || { tail -n 20 "$work/$1/error.log"; fail "the server $1 does not start"; }
}

begin() {
    name=$1
    shift
    nohup "$server_program" --defaults-file="$work/$name/my.cnf" "$@" >"$work/$name.start" 2>&1 </dev/null &
    started=$!
    echo "$started" >"$work/$name.pid"
    n=0
    until [ "$(sql "$name" 'SELECT 1' 2>/dev/null)" = 1 ]; do
        n=$((n + 1))
        [ "$n" -lt 60 ] && kill -0 "$started" 2>/dev/null || return 1
        sleep 0.5
    done
}

# stop NAME [signal]
stop() {
    pid=$(cat "$work/$1.pid" 2>/dev/null) || return 0
    kill "-${2:-TERM}" "$pid" 2>/dev/null || return 0
    while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
}

sql() { # sql NAME TEXT: as root
    mariadb --no-defaults --connect-timeout=2 --socket="$work/$1/mariadb.sock" --batch --skip-column-names -e "$2"
}

init_office() { # on the server a
    printf 'secret-1\n' | "$program" server init --socket "$work/a/mariadb.sock" --admin anna --language en \
        --password-stdin >"$work/init.log" || { cat "$work/init.log"; fail "the office could not be made"; }
    printf 'secret-1\n' >"$work/password"
    for name in a b; do
        "$program" profile add "$name" --host 127.0.0.1 --port "$(port_of "$name")" --ca "$work/a/tls/ca.pem" \
            --user anna >/dev/null
    done
}

port_of() { if [ "$1" = a ]; then echo "$port"; else echo $((port + 1)); fi; }
ctl() { # ctl NAME arguments: as anna, through the program
    name=$1
    shift
    MYCRM_PASSWORD_FILE="$work/password" "$program" --profile "$name" --lang en "$@"
}

clients_csv() { # clients_csv FIRST COUNT
    echo "external_id,name,city"
    awk -v f="$1" -v n="$2" 'BEGIN { for (i = f; i < f + n; ++i) printf "X%d,Company %d,Perm\n", i, i }'
}

# rows NAME: every row of the office, in order. CHECKSUM TABLE will not do: with stored generated columns MariaDB 10.11
# answers now this, now that for the same rows.
rows() {
    mariadb-dump --no-defaults --socket="$work/$1/mariadb.sock" --single-transaction --no-create-info --order-by-primary \
        --skip-extended-insert --hex-blob --compact --ignore-table=office_data.sessions office_data
}

same_data() { # same_data WHEN
    rows a >"$work/rows.a"
    rows b >"$work/rows.b"
    [ -s "$work/rows.a" ] || fail "no row was compared"
    cmp -s "$work/rows.a" "$work/rows.b" || { diff "$work/rows.a" "$work/rows.b" | cut -c 1-200 | head; fail "the data differ: $1"; }
    echo "$(wc -l <"$work/rows.a") rows are the same on both: $1"
}

[ $# -eq 1 ] || { echo "usage: sh $0 DIR (is made; must not exist)" >&2; exit 1; }
work=$1
[ ! -e "$work" ] || fail "$work exists already"
mkdir -p "$work"
work=$(cd "$work" && pwd)
root=$(cd "$(dirname "$0")/../.." && pwd)
program=${MYCRMCTL:-$root/build/release/bin/mycrmctl}
server_program=$(PATH=$PATH:/usr/sbin command -v mariadbd)
port=${PORT:-3395}
export XDG_CONFIG_HOME="$work/config" XDG_DATA_HOME="$work/share" XDG_CACHE_HOME="$work/cache"
trap 'stop b KILL; stop a KILL' EXIT INT TERM
