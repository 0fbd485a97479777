#!/bin/sh
# An office on a Galera cluster of two nodes: writing on one, reading on the other, writing on both at once, one killed.
# Needs mariadb-server, galera-4, rsync, openssl; takes a minute. Not part of ctest.
#
#     sh tests/acceptance/galera.sh DIR
set -eu
# rsync, which copies the files to a node that joins, will not write as root.
if [ "$(id -u)" -eq 0 ]; then
    mkdir -p "$1" && rmdir "$1" && install -d -o mysql -m 700 "$1"
    exec runuser -u mysql -- env MYCRMCTL="${MYCRMCTL:-}" PORT="${PORT:-3395}" HOME="$1" XDG_RUNTIME_DIR="$1" sh "$0" "$1/office"
fi
. "$(dirname "$0")/two_servers.sh"

node() { # node NAME ADDRESSES: its settings
    cat <<TEXT
binlog_format = ROW
innodb_autoinc_lock_mode = 2
wsrep_on = ON
wsrep_provider = /usr/lib/libgalera_smm.so
wsrep_cluster_name = office
wsrep_cluster_address = gcomm://$2
wsrep_node_name = $1
wsrep_node_address = 127.0.0.1:$(($(port_of "$1") + 1000))
wsrep_provider_options = "base_port=$(($(port_of "$1") + 1000)); ist.recv_addr=127.0.0.1:$(($(port_of "$1") + 1100)); pc.weight=$([ "$1" = a ] && echo 1 || echo 2)"
wsrep_sst_method = rsync
wsrep_sst_receive_address = 127.0.0.1:$(($(port_of "$1") + 1200))
wsrep_slave_threads = 2
# People are to be on one node: the events of the other would end the sessions of everybody who is not on it.
event_scheduler = $([ "$1" = a ] && echo ON || echo OFF)

[sst]
# All of it stays on this machine.
ssl-mode = DISABLED
TEXT
}
address() { echo "127.0.0.1:$(($(port_of "$1") + 1000))"; }
state() { sql "$1" "SHOW STATUS LIKE 'wsrep_local_state_comment'" | cut -f 2; }

say "The first node, and an office on it"
node a "$(address a),$(address b)" | prepare a "$(port_of a)"
start a --wsrep-new-cluster
init_office
clients_csv 1 500 >"$work/clients.csv"
ctl a import clients "$work/clients.csv" | tail -n 1

say "The second node joins"
node b "$(address a),$(address b)" | prepare b "$(port_of b)"
rm -rf "$work/b/data" && mkdir -m 700 "$work/b/data"
start b
n=0
until [ "$(state b)" = Synced ]; do
    n=$((n + 1))
    [ "$n" -lt 100 ] || fail "the second node does not join"
    sleep 0.3
done
same_data "after joining"

say "Somebody writes on one node, and reads on the other"
first=$(ctl a list clients --where 'external_id = X1' --columns id --json | grep -oE '[0-9]{15,}' | head -n 1)
ctl a set clients "$first" "name=Changed on the first node" >/dev/null
ctl b show clients "$first" | head -n 3
printf 'secret-2\n' | ctl b user add boris --role "Manager (all records)" --new-password-stdin
same_data "after a person was added on the second"

say "Both nodes write at once: 40 changes on each, to different clients"
many() { # many NODE FROM TO
    i=$2
    while [ "$i" -le "$3" ]; do
        ctl "$1" set clients "$(sql a "SELECT id FROM office_data.clients WHERE external_id='X$i'")" "city=Omsk $i" \
            >/dev/null 2>>"$work/errors.$1" || echo "X$i" >>"$work/failed.$1"
        i=$((i + 1))
    done
}
: >"$work/failed.a" && : >"$work/failed.b"
many a 101 140 &
one=$!
many b 201 240
wait "$one"
echo "not saved: $(cat "$work/failed.a" "$work/failed.b" | wc -l) of 80, each with a sentence:"
sort "$work/errors.a" "$work/errors.b" | uniq -c | sort -rn | head -n 3
sleep 1
saved=$(sql b "SELECT COUNT(*) FROM office_data.clients WHERE city LIKE 'Omsk%'")
echo "saved: $saved"
[ "$((saved + $(cat "$work/failed.a" "$work/failed.b" | wc -l)))" -eq 80 ] || fail "a save was lost or done though it was refused"
sql b "SELECT IF(COUNT(*)=MAX(n) AND COUNT(*)=COUNT(DISTINCT n),'the numbers of changes have no gap','GAPS'), COUNT(*), MAX(n)
    FROM office_data.changes WHERE n IS NOT NULL"
same_data "after writing on both"

say "The first node dies; work goes on at the second"
stop a KILL
sql b "SET GLOBAL event_scheduler=ON"
n=0
until ctl b set clients "$first" "name=Changed on the second node" >/dev/null 2>"$work/errors.last"; do
    n=$((n + 1))
    [ "$n" -lt 60 ] || { cat "$work/errors.last"; fail "the second node does not take over"; }
    sleep 1
done
echo "it took $n s"
ctl b check | tail -n 2
echo DONE
