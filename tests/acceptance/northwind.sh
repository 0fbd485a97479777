#!/bin/sh
# Imports the four files of a folder (customers.csv, products.csv, orders.csv, order_details.csv, as Northwind has them)
# into a new database and prints one line of JSON with what came out. What the dry runs say goes to stderr.
#
#     sh tests/acceptance/northwind.sh DIR
#
# The variable MYCRMCTL names the program; else it is the release build's.
set -eu

[ $# -eq 1 ] && [ -d "$1" ] || { echo "usage: sh $0 DIR" >&2; exit 1; }
data=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
program=${MYCRMCTL:-$root/build/release/bin/mycrmctl}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

ctl() { "$program" --db "$work/nw.db" --lang en "$@"; }

# Rows that are refused (exit code 10) are told, and the rest is counted all the same.
bring_in() {
    entity=$1 file=$2
    shift 2
    echo "== $file" >&2
    ctl import "$entity" "$data/$file" "$@" --dry-run --preview 2 >&2 || [ $? -eq 10 ]
    ctl import "$entity" "$data/$file" "$@" >&2 || [ $? -eq 10 ]
}

ctl init --admin admin --password-stdin </dev/null >&2
bring_in clients customers.csv --map "CustomerID=external_id,CompanyName=name"
bring_in items products.csv --map "ProductID=external_id,CategoryName=category_id.name" --create-missing category_id
bring_in orders orders.csv --map "OrderID=external_id,CustomerID=client_id.external_id" --set rounding=lines
bring_in order_lines order_details.csv \
    --map "OrderID=order_id.external_id,ProductID=item_id.external_id,UnitPrice=rate,Quantity=quantity,Discount=discount:fraction"

clients=$(ctl list clients --count)
items=$(ctl list items --count)
orders=$(ctl list orders --count)
lines_rounded=$(ctl list orders --sum total)
germany=$(ctl list orders --where "client.country = Germany and total > 1000" --count)
ctl import orders "$data/orders.csv" --map "OrderID=external_id,CustomerID=client_id.external_id" \
    --set rounding=document >&2 || [ $? -eq 10 ]
documents_rounded=$(ctl list orders --sum total)

printf '{"clients":%s,"items":%s,"orders":%s,"total_lines_rounded":%s,"total_documents_rounded":%s,"germany_over_1000":%s}\n' \
    "$clients" "$items" "$orders" "$lines_rounded" "$documents_rounded" "$germany"
