#!/bin/sh
# Prepares a MariaDB (10.6 or newer) for an office: encryption with a certificate authority of its own, safe settings.
#
#     sudo sh installer/mariadb-server.sh --host crm.example.com --host 192.168.1.10    # the system's server, Debian 12
#     sh installer/mariadb-server.sh --user-mode DIR --port 3310                        # a private one in a folder
#
# Makes no database, no account and no password: that is what `mycrmctl server init` does afterwards; the last lines say
# how. Safe to run again: certificates are kept unless they lack a name or run out; settings are written anew.
set -eu

usage() {
    cat <<'TEXT'
Usage: sh installer/mariadb-server.sh [options]

  --host NAME       a name or address by which desktops reach this server (repeatable; goes into the certificate;
                    else this machine's own name). localhost and 127.0.0.1 are always in it
  --bind ADDRESS    where the server listens: 0.0.0.0 (all networks, the default), 127.0.0.1 (this machine only), or
                    one of this machine's addresses
  --port N          3306; with --user-mode 3310
  --data DIR        keeps the data in this folder instead of /var/lib/mysql (must be empty or hold a MariaDB already)
  --audit           notes refused sign-ins in a file, with the server's own audit plugin
  --user-mode DIR   a private server with everything in DIR, run by you, touching nothing of the system. Listens on
                    127.0.0.1 unless --bind says otherwise
  --stop            with --user-mode: stops that server
  --dry-run         shows the settings and changes nothing
TEXT
}

fail() {
    printf 'mariadb-server.sh: %s\n' "$*" >&2
    exit 1
}
say() { printf '%s\n' "$*"; }

hosts="" bind="" port="" data="" audit="" private="" stop="" dry=""
while [ $# -gt 0 ]; do
    case $1 in
    --host | --bind | --port | --data | --user-mode)
        if [ $# -lt 2 ] || [ -z "$2" ]; then fail "$1 needs a value; see --help."; fi
        ;;
    esac
    case $1 in
    --host) hosts="$hosts $2" && shift ;;
    --bind) bind=$2 && shift ;;
    --port) port=$2 && shift ;;
    --data) data=$2 && shift ;;
    --user-mode) private=$2 && shift ;;
    --audit) audit=yes ;;
    --stop) stop=yes ;;
    --dry-run) dry=yes ;;
    -h | --help) usage && exit 0 ;;
    *) fail "there is no option $1; see --help." ;;
    esac
    shift
done

# Names go into files and commands below: nothing but what a name or an address is made of.
for host in $hosts $bind; do
    case $host in
    *[!A-Za-z0-9.:-]* | -*) fail "\"$host\" is no host name and no address." ;;
    esac
done
case ${port:-1} in
*[!0-9]*) fail "the port must be a number, not \"$port\"." ;;
esac
if [ "${port:-1}" -lt 1 ] || [ "${port:-1}" -gt 65535 ]; then fail "the port must lie between 1 and 65535."; fi
case $private$data in
*[\'\"\\\#]*) fail "the folder's name must not contain quotes, # or backslashes." ;;
esac
[ -z "$private" ] || [ -z "$data" ] || fail "--user-mode keeps its data in its own folder; leave --data out."
[ -z "$stop" ] || [ -n "$private" ] || fail "--stop goes with --user-mode; the system's server is stopped with: systemctl stop mariadb"

# ---------------------------------------------------------------------------------------------------- what is installed

known_debian() {
    command -v apt-get >/dev/null 2>&1 && [ -r /etc/os-release ] && grep -qE '^ID=(debian|ubuntu)$' /etc/os-release
}

explain() {
    cat <<'TEXT'
This script installs MariaDB on Debian and Ubuntu only. Elsewhere install MariaDB 10.6 or newer yourself, then either run
this script with --user-mode, or put the settings that --dry-run shows into the server's configuration and restart it.
None of these has been tried:

  Fedora, RHEL:  sudo dnf install mariadb-server mariadb openssl      (settings: /etc/my.cnf.d/60-mycrm.cnf)
  Arch:          sudo pacman -S mariadb openssl                       (settings: /etc/my.cnf.d/60-mycrm.cnf)
  macOS:         brew install mariadb openssl                         (settings: $(brew --prefix)/etc/my.cnf.d/)
  Windows:       the MSI package from mariadb.org; see docs/admin-server.md, "A server on Windows"
TEXT
}

program() { # program NAME: where it is; servers lie in sbin, which is not in everybody's PATH
    for folder in "" /usr/sbin/ /usr/local/sbin/ /usr/libexec/; do
        if command -v "$folder$1" >/dev/null 2>&1; then
            command -v "$folder$1"
            return 0
        fi
    done
    return 1
}

install_server() {
    if program mariadbd >/dev/null && program mariadb-install-db >/dev/null && program openssl >/dev/null; then
        return 0
    fi
    if ! known_debian; then
        explain
        exit 1
    fi
    [ "$(id -u)" -eq 0 ] || fail "MariaDB or openssl is missing. As root: apt-get install mariadb-server openssl"
    say "Installing mariadb-server and openssl"
    log=$(mktemp)
    export DEBIAN_FRONTEND=noninteractive
    if ! { apt-get -q update && apt-get -q -y --no-install-recommends install mariadb-server openssl; } >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        rm -f "$log"
        fail "the packages could not be installed; see above."
    fi
    rm -f "$log"
}

check_version() {
    version=$("$(program mariadbd)" --version 2>/dev/null | sed -n 's/.*Ver \([0-9]*\.[0-9]*\.[0-9]*\).*/\1/p')
    major=${version%%.*} rest=${version#*.} minor=${rest%%.*}
    [ -n "$version" ] || fail "the version of $(program mariadbd) cannot be read."
    if [ "$major" -lt 10 ] || { [ "$major" -eq 10 ] && [ "$minor" -lt 6 ]; }; then
        fail "this is MariaDB $version; 10.6 or newer is needed."
    fi
}

# --------------------------------------------------------------------------------------------------------- certificates

is_address() {
    case $1 in
    *:*) return 0 ;;
    *[!0-9.]*) return 1 ;;
    *.*.*.*) return 0 ;;
    *) return 1 ;;
    esac
}

# True when the certificate is for every name, is signed by our CA and lasts another 60 days.
certificate_fits() {
    openssl x509 -in "$tls/server.pem" -noout -checkend 5184000 >/dev/null 2>&1 || return 1
    openssl verify -CAfile "$tls/ca.pem" "$tls/server.pem" >/dev/null 2>&1 || return 1
    for host in $names; do
        if is_address "$host"; then kind=-checkip; else kind=-checkhost; fi
        # It answers in words and ends with 0 either way.
        openssl x509 -in "$tls/server.pem" -noout $kind "$host" 2>/dev/null | grep -q 'does match' || return 1
    done
}

# make_certificates OWNER: the server's user, who may read the key. The CA's key is for the owner of the folder alone.
make_certificates() {
    owner=$1
    umask 077
    mkdir -p "$tls"
    chmod 755 "$tls"
    if [ -s "$tls/ca.pem" ] && [ -s "$tls/ca-key.pem" ]; then
        say "Kept the certificate authority $tls/ca.pem"
    else
        openssl ecparam -name prime256v1 -genkey -noout -out "$tls/ca-key.pem"
        # The authority signs servers only, and no further authorities.
        openssl req -x509 -new -key "$tls/ca-key.pem" -sha256 -days 3650 -out "$tls/ca.pem" \
            -subj "/CN=MyCRM office $(hostname) $(date +%Y-%m-%d)" \
            -addext "basicConstraints=critical,CA:TRUE,pathlen:0" -addext "keyUsage=critical,keyCertSign,cRLSign"
        rm -f "$tls/server.pem"
        say "Made a certificate authority: $tls/ca.pem"
    fi
    if certificate_fits; then
        say "Kept the server's certificate; it is for:$names"
    else
        list=""
        for host in $names; do
            if is_address "$host"; then list="$list,IP:$host"; else list="$list,DNS:$host"; fi
        done
        work=$(mktemp -d)
        [ -s "$tls/server-key.pem" ] || openssl ecparam -name prime256v1 -genkey -noout -out "$tls/server-key.pem"
        printf '%s\n' "subjectAltName=${list#,}" "basicConstraints=critical,CA:FALSE" "keyUsage=critical,digitalSignature" \
            "extendedKeyUsage=serverAuth" >"$work/ext"
        # Clients look at the list of names alone; a common name has room for 64 characters only.
        openssl req -new -key "$tls/server-key.pem" -subj "/CN=MyCRM server" -out "$work/csr"
        openssl x509 -req -in "$work/csr" -CA "$tls/ca.pem" -CAkey "$tls/ca-key.pem" -sha256 -days 825 \
            -set_serial "0x$(openssl rand -hex 16)" -extfile "$work/ext" -out "$work/server.pem" 2>"$work/log" || {
            cat "$work/log" >&2
            rm -rf "$work"
            fail "the server's certificate could not be signed."
        }
        mv "$work/server.pem" "$tls/server.pem"
        rm -rf "$work"
        say "Made the server's certificate for:$names"
    fi
    chmod 644 "$tls/ca.pem" "$tls/server.pem"
    chmod 600 "$tls/ca-key.pem"
    chmod 640 "$tls/server-key.pem"
    if [ "$(id -u)" -eq 0 ]; then
        chown root:root "$tls/ca.pem" "$tls/server.pem" "$tls/ca-key.pem"
        chown "root:$(id -gn "$owner")" "$tls/server-key.pem"
    fi
    umask 022
}

# ------------------------------------------------------------------------------------------------------------- settings

memory_mb() {
    if [ -r /proc/meminfo ]; then
        awk '/^MemTotal:/ { print int($2 / 1024) }' /proc/meminfo
    else
        echo 2048
    fi
}

# A third of the memory: the machine may do other things too. At least what MariaDB takes by itself.
buffer_pool_mb() {
    if [ -n "$private" ]; then
        echo 128
        return
    fi
    size=$(($(memory_mb) / 3))
    [ "$size" -ge 128 ] || size=128
    [ "$size" -le 65536 ] || size=65536
    echo "$size"
}

settings() {
    cat <<TEXT
# Written by installer/mariadb-server.sh; run it again rather than changing this file, or put what shall win into a file
# that comes later in the alphabet.
[mariadbd]
bind-address = $bind
port = $port
skip-name-resolve

# Nothing travels in the clear; the socket of this machine needs no encryption.
ssl_ca = $tls/ca.pem
ssl_cert = $tls/server.pem
ssl_key = $tls/server-key.pem
tls_version = TLSv1.2,TLSv1.3
require_secure_transport = ON
plugin_load_add = auth_ed25519
local_infile = 0
# So many wrong passwords on end close an account until an administrator sets a new one.
max_password_errors = 20

character_set_server = utf8mb4
collation_server = utf8mb4_unicode_520_ci
sql_mode = STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION
event_scheduler = ON
max_allowed_packet = 64M
# SYSDATE() is the clock; a client must not be able to set it (SET timestamp).
sysdate_is_now = OFF

# Trigrams are searched as words: none of them is a stop word or too short.
innodb_ft_enable_stopword = OFF
innodb_ft_min_token_size = 3

innodb_buffer_pool_size = $(buffer_pool_mb)M
innodb_flush_log_at_trx_commit = 1
max_connections = 300
# An office has 700 tables and views, and everybody at work opens dozens of them at a time.
table_definition_cache = 4000
table_open_cache = 8000
wait_timeout = 3600
TEXT
    [ -z "$data" ] || printf '%s\n' "datadir = $data"
    if [ -n "$audit" ]; then
        cat <<TEXT

# Who tried to sign in, without what they did: CONNECT only.
plugin_load_add = server_audit
server_audit_logging = ON
server_audit_events = CONNECT
server_audit_file_path = $audit_file
server_audit_file_rotate_size = 10000000
server_audit_file_rotations = 9
TEXT
    fi
}

# ---------------------------------------------------------------------------------------------------- a private server

private_pid() {
    [ -s "$private/mariadbd.pid" ] || return 1
    pid=$(cat "$private/mariadbd.pid")
    # The number may belong to another program by now.
    kill -0 "$pid" 2>/dev/null && tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF -- "$private/my.cnf" && echo "$pid"
}

stop_private() {
    if ! pid=$(private_pid); then
        say "The server in $private is not running."
        return 0
    fi
    kill "$pid"
    n=0
    while kill -0 "$pid" 2>/dev/null; do
        n=$((n + 1))
        [ "$n" -le 300 ] || fail "the server in $private (process $pid) does not end."
        sleep 0.2
    done
    say "Stopped the server in $private."
}

start_private() {
    [ "$(id -u)" -eq 0 ] && as=root || as=$(id -un)
    {
        settings
        cat <<TEXT

datadir = $private/data
socket = $private/mariadb.sock
pid-file = $private/mariadbd.pid
log_error = $private/error.log
user = $as
innodb_log_file_size = 48M
TEXT
    } >"$private/my.cnf"
    if [ ! -d "$private/data/mysql" ]; then
        mkdir -p "$private/data"
        chmod 700 "$private/data"
        "$(program mariadb-install-db)" --defaults-file="$private/my.cnf" --auth-root-authentication-method=socket \
            --auth-root-socket-user="$as" --skip-test-db --datadir="$private/data" >"$private/install.log" 2>&1 || {
            tail -n 20 "$private/install.log" >&2
            fail "the data folder could not be made; all of it is in $private/install.log."
        }
    fi
    stop_private >/dev/null
    nohup "$(program mariadbd)" --defaults-file="$private/my.cnf" >"$private/start.log" 2>&1 </dev/null &
    wait_for "$private/mariadb.sock" "$private/error.log"
}

# ------------------------------------------------------------------------------------------------------ both of them

# ask SOCKET STATEMENT: the answer of the server to its administrator, by the socket.
ask() { "$(program mariadb)" --no-defaults --socket="$1" --batch --skip-column-names -e "$2"; }

wait_for() { # wait_for SOCKET LOG
    n=0
    until ask "$1" 'SELECT 1' >/dev/null 2>&1; do
        n=$((n + 1))
        if [ "$n" -gt 300 ]; then
            [ ! -r "$2" ] || tail -n 20 "$2" >&2
            ask "$1" 'SELECT 1' || true
            fail "the server does not answer within a minute; see above and $2."
        fi
        sleep 0.2
    done
}

# check_server SOCKET: that the settings are really in force. Another file of the configuration may have overruled them.
check_server() {
    bad=""
    while read -r name wanted; do
        is=$(ask "$1" "SELECT @@global.$name")
        [ "$is" = "$wanted" ] || bad="$bad
  $name is \"$is\" and must be \"$wanted\""
    done <<'TEXT'
have_ssl YES
require_secure_transport 1
local_infile 0
event_scheduler ON
innodb_ft_enable_stopword 0
innodb_ft_min_token_size 3
skip_name_resolve 1
character_set_server utf8mb4
TEXT
    [ -z "$bad" ] || fail "some settings are not in force; another file of the configuration overrules them:$bad"
    [ "$(ask "$1" "SELECT count(*) FROM information_schema.plugins WHERE plugin_name='ed25519' AND plugin_status='ACTIVE'")" = 1 ] ||
        fail "the server does not have the plugin auth_ed25519, which people sign in with."
    [ -z "$audit" ] ||
        [ "$(ask "$1" "SELECT count(*) FROM information_schema.plugins WHERE plugin_name='SERVER_AUDIT' AND plugin_status='ACTIVE'")" = 1 ] ||
        fail "the server does not have the plugin server_audit that --audit asks for."
    # What a client sees is what counts: a handshake, checked with our CA.
    case $bind in
    0.0.0.0 | :: | '*') near=127.0.0.1 ;;
    *) near=$bind ;;
    esac
    answer=$(openssl s_client -starttls mysql -connect "$near:$port" -CAfile "$tls/ca.pem" -verify_hostname localhost \
        -verify_return_error </dev/null 2>&1 || true)
    case $answer in
    *"Verify return code: 0 (ok)"*) ;;
    *) fail "a client does not accept the server's certificate: $(echo "$answer" | grep -i -m 1 error)" ;;
    esac
}

tell() { # tell OPTIONS-OF-INIT SOCKET [BEFORE-THE-COMMAND]
    say ""
    say "MariaDB $(ask "$2" 'SELECT version()') is ready on $bind, port $port."
    say "Desktops need this file to know the server again (no secret): $tls/ca.pem"
    [ -z "$audit" ] || say "Refused sign-ins are noted in $audit_file"
    say ""
    say "Next, make the office (it asks for the password of its first administrator):"
    say ""
    say "    ${3:-}mycrmctl server init$1 --admin anna"
    say ""
}

names=""
for host in $hosts; do
    case "$names " in
    *" $host "*) ;;
    *) names="$names $host" ;;
    esac
done
[ -n "$names" ] || [ -n "$private" ] || names=" $(hostname -f 2>/dev/null || hostname)"
for host in localhost 127.0.0.1; do
    case "$names " in
    *" $host "*) ;;
    *) names="$names $host" ;;
    esac
done

if [ -n "$private" ]; then
    mkdir -p "$private"
    private=$(cd "$private" && pwd)
    if [ -n "$stop" ]; then
        stop_private
        exit 0
    fi
    bind=${bind:-127.0.0.1} port=${port:-3310} tls=$private/tls audit_file=$private/refused.log
    # A socket's path has room for 107 bytes.
    [ ${#private} -le 90 ] || fail "the name of the folder is too long for a socket in it: $private"
    if [ -n "$dry" ]; then
        settings
        exit 0
    fi
    install_server
    check_version
    make_certificates "$(id -un)"
    start_private
    check_server "$private/mariadb.sock"
    tell " --socket $private/mariadb.sock" "$private/mariadb.sock"
    say "Stop it with: sh installer/mariadb-server.sh --user-mode $private --stop"
    exit 0
fi

bind=${bind:-0.0.0.0} port=${port:-3306} tls=/etc/mysql/mycrm-tls audit_file=/var/log/mysql/refused.log
if [ -n "$dry" ]; then
    settings
    exit 0
fi
[ "$(id -u)" -eq 0 ] || fail "the system's server is changed by root only: sudo sh installer/mariadb-server.sh ... (or --user-mode DIR)"
install_server
check_version
[ -d /etc/mysql/mariadb.conf.d ] || {
    explain
    exit 1
}
make_certificates mysql
if [ -n "$data" ] && [ ! -d "$data/mysql" ]; then
    mkdir -p "$data"
    [ -z "$(ls -A "$data")" ] || fail "the folder $data is not empty and holds no MariaDB."
    chown mysql:mysql "$data"
    chmod 750 "$data"
    mariadb-install-db --user=mysql --datadir="$data" --auth-root-authentication-method=socket --skip-test-db >/dev/null ||
        fail "the data folder could not be made."
fi
if [ -n "$audit" ]; then
    mkdir -p "${audit_file%/*}"
    chown mysql:adm "${audit_file%/*}"
fi
target=/etc/mysql/mariadb.conf.d/60-mycrm.cnf
# A server that does not start with the new settings gets the old ones back.
[ ! -e $target ] || cp -p $target /etc/mysql/60-mycrm.before
settings >$target.new
chmod 644 $target.new
mv $target.new $target
restart() {
    if [ -d /run/systemd/system ]; then
        systemctl enable -q mariadb && systemctl restart mariadb
    else
        service mariadb restart
    fi
}
if ! restart >/dev/null 2>&1; then
    if [ -e /etc/mysql/60-mycrm.before ]; then mv /etc/mysql/60-mycrm.before $target; else rm -f $target; fi
    restart >/dev/null 2>&1 || true
    fail "the server did not start with the new settings, so they were taken back. See: journalctl -u mariadb -n 30"
fi
rm -f /etc/mysql/60-mycrm.before
socket=$(mariadbd --print-defaults 2>/dev/null | tr ' ' '\n' | sed -n 's/^--socket=//p' | tail -n 1)
socket=${socket:-/run/mysqld/mysqld.sock}
wait_for "$socket" /var/log/mysql/error.log
check_server "$socket"
tell "" "$socket" "sudo "
