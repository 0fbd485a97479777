// What is measured of a server; each group fills a part of the table.
#pragma once
#include "tests/bench/measure.h"
#include "tests/bench/server/bench_office.h"

namespace crm::bench {

struct ServerBench
{
    int seconds = 60;  ///< of the load
    int clients = 100; ///< of the load
    int idleClients = 50;
    int idleSeconds = 20;
    int thinkMs = 2000;      ///< mean, between two actions of a client
    bool statements = false; ///< prints what is measured
    int viewer = -1;         ///< of lists and search; -1: all
};

void measureServerLists(Table &table, const BenchOffice &office, const ServerBench &options);
void measureServerFast(Table &table, const BenchOffice &office, const ServerBench &options);
void measureServerSearch(Table &table, const BenchOffice &office, const ServerBench &options);
void measureServerSaves(Table &table, const BenchOffice &office, const ServerBench &options);
void measureServerIdle(Table &table, const BenchOffice &office, const ServerBench &options);
void measureServerLoad(Table &table, const BenchOffice &office, const ServerBench &options);

} // namespace crm::bench
