#include "tests/fuzz/fuzz.h"
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLocale>
#include <csignal>
#include <cstdio>
#include <cstring>
#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace crm::fuzz {

quint64 Chance::next()
{
    quint64 z = (m_state += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

qint64 Chance::number()
{
    const quint64 magnitude = next() >> (1 + below(63));
    return once(2) ? qint64(magnitude) : -qint64(magnitude);
}

QByteArray Chance::bytes(int most)
{
    QByteArray bytes;
    for (int n = below(most + 1); n > 0; --n)
        bytes += char(once(3) ? below(256) : 32 + below(96));
    return bytes;
}

QString Chance::text(int most)
{
    static const QString signs =
        QStringLiteral(" \t\n\r\"',;|=+-@()<>!~^%$.:/\\#&*_0123456789\u00A0\u2009\u202F\u200B\u2028\u00AD\u0301");
    QString text;
    for (int n = below(most + 1); n > 0; --n) {
        switch (below(8)) {
        case 0:
        case 1:
            text += pick(signs);
            break;
        case 2:
            text += QChar(char16_t(0x0410 + below(64))); // Cyrillic
            break;
        case 3:
            text += QChar(char16_t(0x05D0 + below(27))); // right to left
            break;
        case 4:
            text += QString::fromUcs4(U"\U0001F600\U0001D11E\U0010FFFD\u4E2D\uFEFF\uFFFD\u00DF\u0130" + below(8), 1);
            break;
        default:
            text += QChar(char16_t(u'a' + below(26)));
        }
    }
    return text;
}

QString Chance::pieces(const QStringList &from, int most)
{
    QString text;
    for (int n = 1 + below(most); n > 0; --n)
        text += pick(from);
    return text;
}

QByteArray Chance::spoiled(QByteArray bytes)
{
    for (int n = 1 + below(4); n > 0 && !bytes.isEmpty(); --n) {
        const int at = below(int(bytes.size())), length = 1 + below(8);
        switch (below(5)) {
        case 0:
            bytes[at] = char(below(256));
            break;
        case 1:
            bytes.remove(at, length);
            break;
        case 2:
            bytes.insert(at, bytes.mid(below(int(bytes.size())), length));
            break;
        case 3:
            bytes.insert(at, pick(QByteArray("\",;\n\r\t\0'\\|", 10)));
            break;
        default:
            bytes.truncate(at);
        }
    }
    return bytes;
}

void require(bool holds, const QString &what, const QByteArray &input)
{
    if (!holds)
        throw Fault(what.toStdString() +
                    "\n  input: " + input.left(4000).toPercentEncoding(" \"',;=<>()!~^|").toStdString());
}

namespace {

volatile std::sig_atomic_t seedNow = 0; // of the round that runs; enough of it to find the round again

/// Only what a signal handler may do: the seed in decimals, and out.
[[noreturn]] void dieNamingTheSeed(int signal)
{
    char text[96] = "a fuzzing round crashed or did not end; --seconds 0 --seed ";
    std::size_t length = std::strlen(text);
    char digits[20];
    int n = 0;
    for (auto rest = long(seedNow); n == 0 || rest > 0; rest /= 10)
        digits[n++] = char('0' + rest % 10);
    while (n > 0)
        text[length++] = digits[--n];
    text[length++] = '\n';
#ifdef Q_OS_UNIX
    [[maybe_unused]] const auto written = ::write(2, text, length);
#endif
    std::signal(signal, SIG_DFL);
    std::raise(signal);
    std::_Exit(1);
}

void watch()
{
    for (const int signal : {SIGSEGV, SIGABRT, SIGFPE, SIGILL})
        std::signal(signal, dieNamingTheSeed);
#ifdef Q_OS_UNIX
    std::signal(SIGALRM, dieNamingTheSeed);
#endif
}

void beginRound(quint64 seed)
{
    seedNow = std::sig_atomic_t(seed);
#ifdef Q_OS_UNIX
    ::alarm(60); // a round takes milliseconds
#endif
}

} // namespace

int run(int argc, char **argv, const std::function<void(Chance &)> &round)
{
    const QCoreApplication app(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English));
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({QStringLiteral("seconds"), QStringLiteral("How long; 0: one round."), QStringLiteral("N"),
                      QStringLiteral("2")});
    parser.addOption(
        {QStringLiteral("seed"), QStringLiteral("Of the first round."), QStringLiteral("S"), QStringLiteral("1")});
    parser.process(app);
    const qint64 until = qint64(parser.value(QStringLiteral("seconds")).toDouble() * 1000);
    const quint64 first = parser.value(QStringLiteral("seed")).toULongLong();
    watch();
    QElapsedTimer clock;
    clock.start();
    quint64 seed = first;
    try {
        do {
            beginRound(seed);
            Chance chance(seed);
            round(chance);
            ++seed;
        } while (clock.elapsed() < until);
    } catch (const std::exception &e) {
        std::fprintf(stderr, "seed %llu: %s\n", static_cast<unsigned long long>(seed), e.what());
        return 1;
    }
    std::printf("%llu rounds, no fault\n", static_cast<unsigned long long>(seed - first));
    return 0;
}

} // namespace crm::fuzz
