#!/bin/sh
# Imports the sales of a shop as invoices with lines and payments, and compares what the program says with what SQLite
# adds up from the same files: totals to the cent, what each client owes, how late it is, a statement. The folder holds
# Northwind's customers.csv, products.csv, orders.csv and order_details.csv. The dates are moved so that the newest order
# is of today, and payments are made up: per client and month one for all that was shipped, each fifth invoice left out,
# each seventh paid by half.
#
#     sh tests/acceptance/shop_invoices.sh DIR
#
# The variable MYCRMCTL names the program; else it is the release build's. Ends with 1 when anything differs.
set -eu

[ $# -eq 1 ] && [ -d "$1" ] || { echo "usage: sh $0 DIR" >&2; exit 1; }
data=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
program=${MYCRMCTL:-$root/build/release/bin/mycrmctl}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

ctl() { "$program" --db "$work/shop.mycrm" --lang en "$@"; }
sql() { sqlite3 -csv "$work/source.db" "$1"; }

# The source: cents and whole percents, so that nothing is lost to binary fractions.
sqlite3 "$work/source.db" <<SQL
.mode csv
.import $data/orders.csv raw_orders
.import $data/order_details.csv raw_lines
CREATE TABLE shift AS SELECT CAST(julianday('now','localtime','start of day')
    - julianday(date(max(OrderDate))) AS INTEGER) AS days FROM raw_orders;
CREATE TABLE lines AS SELECT CAST(OrderID AS INTEGER) AS id,
    (CAST(round(UnitPrice*100) AS INTEGER)*CAST(Quantity AS INTEGER)*(100-CAST(round(Discount*100) AS INTEGER))+50)/100
    AS cents FROM raw_lines;
CREATE TABLE invoices AS SELECT CAST(OrderID AS INTEGER) AS id, CustomerID AS client,
    date(OrderDate,'+'||days||' days') AS billed, date(RequiredDate,'+'||days||' days') AS due,
    CASE WHEN ShippedDate='' THEN NULL ELSE date(ShippedDate,'+'||days||' days') END AS shipped,
    (SELECT sum(cents) FROM lines WHERE lines.id=CAST(OrderID AS INTEGER)) AS total FROM raw_orders, shift;
CREATE TABLE payment_lines AS SELECT client||'-'||strftime('%Y%m',shipped) AS payment, id, client, shipped,
    CASE WHEN id%7=0 THEN total/2 ELSE total END AS cents
    FROM invoices WHERE shipped IS NOT NULL AND id%5<>0 AND total>1;
CREATE TABLE payments AS SELECT payment, client, max(shipped) AS paid_on, sum(cents) AS cents
    FROM payment_lines GROUP BY payment;
CREATE TABLE open AS SELECT i.*, total-coalesce((SELECT sum(cents) FROM payment_lines p WHERE p.id=i.id),0) AS balance
    FROM invoices i;
.headers on
.once $work/invoices.csv
SELECT 'S-'||id AS Number, client AS Customer, billed AS Date, due AS Due FROM invoices ORDER BY billed, id;
.once $work/numbers.csv
SELECT 'S-'||id AS Number FROM invoices ORDER BY billed, id;
.once $work/payments.csv
SELECT payment AS Payment, client AS Customer, paid_on AS Date, printf('%d.%02d',cents/100,cents%100) AS Amount
    FROM payments ORDER BY paid_on;
.once $work/payment_lines.csv
SELECT payment AS Payment, 'S-'||id AS Invoice, printf('%d.%02d',cents/100,cents%100) AS Amount FROM payment_lines;
SQL
sed '1!s/^/S-/' "$data/order_details.csv" >"$work/lines.csv"

bring_in() {
    entity=$1 file=$2
    shift 2
    ctl import "$entity" "$file" "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
}
ctl init --admin admin --password-stdin </dev/null >"$work/log"
bring_in clients "$data/customers.csv" --map "CustomerID=external_id,CompanyName=name"
bring_in items "$data/products.csv" --map "ProductID=external_id,CategoryName=category_id.name" --create-missing category_id
# Drafts first, their lines, then they are issued: an issued invoice takes no lines.
bring_in invoices "$work/invoices.csv" --map "Number=number,Customer=client_id.external_id,Date=bill_date,Due=due_date" \
    --set rounding=lines
bring_in invoice_lines "$work/lines.csv" \
    --map "OrderID=invoice_id.number,ProductID=item_id.external_id,UnitPrice=rate,Quantity=quantity,Discount=discount:fraction"
bring_in invoices "$work/numbers.csv" --map "Number=number" --match number --set status=issued
bring_in payments "$work/payments.csv" \
    --map "Payment=external_id,Customer=client_id.external_id,Date=paid_on,Amount=amount"
bring_in payment_lines "$work/payment_lines.csv" \
    --map "Payment=payment_id.external_id,Invoice=invoice_id.number,Amount=amount"

failed=0
compare() {
    if [ "$2" = "$3" ]; then
        echo "$1: $2"
    else
        echo "$1: the program says $2, the source $3" >&2
        failed=1
    fi
}
money() { sql "SELECT printf('%d.%02d',n/100,n%100) FROM (SELECT coalesce(sum($1),0) AS n FROM $2)"; }

compare "invoiced" "$(ctl list invoices --sum total)" "$(money total invoices)"
compare "paid" "$(ctl list payments --sum amount)" "$(money cents payments)"
compare "due" "$(ctl list invoices --sum balance)" "$(money balance open)"
compare "owed by clients" "$(ctl list clients --sum balance)" "$(money balance open)"
compare "not due yet" "$(ctl list invoices --where 'due_date >= today' --sum balance)" \
    "$(money balance "open WHERE due>=date('now','localtime')")"
from=0
for to in 30 60 90; do
    compare "late by up to $to days" \
        "$(ctl list invoices --where "due_date < today-${from}d and due_date >= today-${to}d" --sum balance)" \
        "$(money balance "open WHERE due<date('now','localtime','-$from days') AND due>=date('now','localtime','-$to days')")"
    from=$to
done
compare "later" "$(ctl list invoices --where 'due_date < today-90d' --sum balance)" \
    "$(money balance "open WHERE due<date('now','localtime','-90 days')")"
sql "SELECT client, printf('%d.%02d',sum(balance)/100,sum(balance)%100) FROM open GROUP BY client ORDER BY client" |
    tr -d '"\r' >"$work/owed"
ctl export clients "$work/clients.csv" --columns external_id,balance --where "invoiced != 0" >"$work/log" 2>&1
tail -n +2 "$work/clients.csv" | tr -d '"\r\357\273\277' | sort >"$work/said"
sort "$work/owed" >"$work/known"
compare "clients that owe the same" "$(comm -12 "$work/said" "$work/known" | wc -l)" "$(wc -l <"$work/known")"
# The statement of the client that owes most ends with what is owed.
most=$(sql "SELECT client FROM open GROUP BY client ORDER BY sum(balance) DESC LIMIT 1" | tr -d '"\r')
id=$(ctl list clients --where "external_id = $most" --columns id --json | sed 's/.*"id":"\([0-9]*\)".*/\1/')
owed=$(sed -n "s/^$most,//p" "$work/owed")
ctl print clients "$id" --to "$work/statement.html" >"$work/log"
compare "the statement of $most ends with it" \
    "$(tr -d ' ,' <"$work/statement.html" | sed 's/&#160;//g;s/\xc2\xa0//g' | grep -c "$owed" | sed 's/^[1-9][0-9]*$/yes/')" yes
ctl check >"$work/log" || { cat "$work/log" >&2; failed=1; }
exit $failed
