#!/bin/sh
# A replica of an office's server: set up, compared, asked for reports, and put in the place of a server that dies.
# Needs mariadb-server, mariadb-backup, openssl; takes half a minute. Not part of ctest.
#
#     sh tests/acceptance/replica.sh DIR
set -eu
. "$(dirname "$0")/two_servers.sh"

say "A server with a binary log, and an office on it"
prepare a "$(port_of a)" <<TEXT
log_bin = binlog
server_id = 1
binlog_format = ROW
TEXT
start a
init_office
clients_csv 1 500 >"$work/clients.csv"
ctl a import clients "$work/clients.csv" | tail -n 1

say "A replica, from a copy of the server's files"
# Not from mariadb-dump: it drops each procedure before it makes it, and with it everybody's right to call it.
prepare b "$(port_of b)" <<TEXT
server_id = 2
binlog_format = ROW
log_bin = binlog
log_slave_updates = ON
# The events of the first server came with the copy; here they would do their work a second time.
event_scheduler = OFF
TEXT
sql a "CREATE USER replica@'127.0.0.1' IDENTIFIED BY 'replica-1' REQUIRE SSL; GRANT REPLICATION SLAVE ON *.* TO replica@'127.0.0.1'"
rm -rf "$work/b/data"
mariadb-backup --no-defaults --backup --socket="$work/a/mariadb.sock" --datadir="$work/a/data" --user="$(id -un)" \
    --target-dir="$work/b/data" >"$work/backup.log" 2>&1 || { tail "$work/backup.log"; fail "the files could not be copied"; }
mariadb-backup --no-defaults --prepare --target-dir="$work/b/data" >>"$work/backup.log" 2>&1 || fail "the copy is not sound"
position=$(cut -f 3 "$(ls "$work"/b/data/*_binlog_info | head -n 1)")
start b
sql b "SET GLOBAL gtid_slave_pos='$position';
    CHANGE MASTER TO MASTER_HOST='127.0.0.1', MASTER_PORT=$(port_of a), MASTER_USER='replica', MASTER_PASSWORD='replica-1',
    MASTER_SSL=1, MASTER_SSL_CA='$work/a/tls/ca.pem', MASTER_USE_GTID=slave_pos; START SLAVE; SET GLOBAL read_only=ON"

caught_up() {
    position=$(sql a 'SELECT @@gtid_binlog_pos')
    [ "$(sql b "SELECT MASTER_GTID_WAIT('$position',30)")" = 0 ] || {
        mariadb --no-defaults --socket="$work/b/mariadb.sock" -e 'SHOW SLAVE STATUS\G' | grep -E 'Error|Running'
        fail "the replica does not follow"
    }
}
caught_up
same_data "after the start"

say "Work on the server: an import, changes, a person, a deletion"
clients_csv 501 500 >"$work/more.csv"
ctl a import clients "$work/more.csv" | tail -n 1
printf 'secret-2\n' | ctl a user add boris --role "Staff (own records)" --new-password-stdin
first=$(ctl a list clients --where 'external_id = X1' --columns id --json | grep -oE '[0-9]{15,}' | head -n 1)
ctl a set clients "$first" "name=Changed on the first server" >/dev/null
second=$(ctl a list clients --where 'external_id = X2' --columns id --json | grep -oE '[0-9]{15,}' | head -n 1)
ctl a delete clients "$second" >/dev/null
caught_up
same_data "after work"

say "What a person is told who signs in at the replica"
ctl b list clients --count 2>&1 || true

say "Reports by the owner's account there"
sql b "SET ROLE NONE; SELECT COUNT(*), MAX(version) FROM office_data.clients WHERE live=1"

say "The server dies while somebody imports; the replica takes its place"
clients_csv 1001 20000 >"$work/many.csv"
ctl a import clients "$work/many.csv" >"$work/import.log" 2>&1 &
import=$!
sleep 4
stop a KILL
wait "$import" && fail "the import ended before its server" || true
tail -n 2 "$work/import.log"
sql b "STOP SLAVE IO_THREAD; SELECT MASTER_GTID_WAIT(@@gtid_slave_pos,30); STOP SLAVE; RESET SLAVE ALL; SET GLOBAL read_only=OFF;
    SET GLOBAL event_scheduler=ON"
before=$(ctl b list clients --count)
ctl b import clients "$work/many.csv" --match external_id | tail -n 1
after=$(ctl b list clients --count)
echo "clients there: $before, after the import was repeated: $after"
[ "$after" -eq 20999 ] || fail "20999 clients were to be there"
ctl b set clients "$first" "name=Changed on the second server" >/dev/null
ctl b history clients "$first" | head -n 4
ctl b check | tail -n 3
echo DONE
