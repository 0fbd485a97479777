#!/bin/sh
# A subscription and a recurring invoice go through 24 months by a moved clock, eight programs at once on each of their
# days, from a 31st on and across both changes of the clocks in Berlin. Each has to make 24 documents, numbered without a
# gap, none twice, dated as the calendar says: the last day where a month has no 31st.
#
#     sh tests/acceptance/moved_clock.sh
#
# The clock of the programs is put ahead by the library of the release build (tests/support/clock_shift.cpp). A local
# file: a server has a clock of its own, and dates there are tried by tests/work. Ends with 1 when anything is wrong.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
program=${MYCRMCTL:-$root/build/release/bin/mycrmctl}
library=${CLOCK_SHIFT:-$root/build/release/lib/libclock_shift.so}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
export TZ=Europe/Berlin

now=$(date +%s)
# at DAY COMMAND...: as if it were noon of that day
at() {
    day=$1
    shift
    CRM_CLOCK_SHIFT=$(($(date -d "$day 12:00" +%s) - now)) LD_PRELOAD=$library "$program" --db "$work/clock.mycrm" --lang en "$@"
}
# The day of the n-th month after 31 January of next year, or the last one that it has.
year=$(($(date +%Y) + 1))
monthly() {
    month=$(($1 % 12 + 1))
    y=$((year + $1 / 12))
    last=$(date -d "$y-$month-1 +1 month -1 day" +%d)
    printf '%04d-%02d-%02d\n' "$y" "$month" "$last"
}

first=$(monthly 0)
at "$first" init >/dev/null
at "$first" create clients name=Roses >/dev/null
line=title=Care,quantity=1,rate=100
at "$first" create subscriptions title=Care client_id=Roses first_bill_date="$first" repeat_unit=month repeat_every=1 \
    issue_at_once=yes --line "$line" >/dev/null
at "$first" act subscriptions Care activate >/dev/null
# The template is the first of its own 24: its repetitions begin a month later.
at "$first" create invoices client_id=Roses bill_date="$first" repeat_unit=month repeat_every=1 issue_repeats=yes \
    reference=recurring --line "$line" >/dev/null
at "$first" act invoices "reference=recurring" issue >/dev/null

n=0
while [ $n -lt 24 ]; do
    day=$(monthly $n)
    for i in 1 2 3 4 5 6 7 8; do
        at "$day" jobs run --all --only repeat >/dev/null 2>"$work/said.$i" &
    done
    wait
    n=$((n + 1))
done

end=$(monthly 23)
n=0
while [ $n -lt 24 ]; do
    monthly $n
    n=$((n + 1))
done >"$work/expected"
failed=0
for what in "subscription_id is not empty" "reference = recurring or repeat_of_id is not empty"; do
    at "$end" list invoices --where "$what" --columns bill_date --limit 0 --json | tr '{' '\n' |
        sed -n 's/.*"bill_date":"\([-0-9]*\)".*/\1/p' | sort >"$work/dates"
    if cmp -s "$work/expected" "$work/dates"; then
        echo "24 documents, each on its day: $what"
    else
        echo "wrong: $what"
        diff "$work/expected" "$work/dates" || true
        failed=1
    fi
done
at "$end" list invoices --columns number --limit 0 --json | tr '{' '\n' | sed -n 's/.*"number":"INV-\([0-9]*\)".*/\1/p' |
    sort -n >"$work/numbers"
seq -f '%04g' 1 48 >"$work/all"
if cmp -s "$work/all" "$work/numbers"; then
    echo "numbers 1 to 48 without a gap"
else
    echo "wrong numbers: $(tr '\n' ' ' <"$work/numbers")"
    failed=1
fi
at "$end" check || failed=1
exit $failed
