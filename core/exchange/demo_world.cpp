#include "core/exchange/demo_world.h"
#include "core/exchange/tax_numbers.h"

namespace crm {

namespace {
constexpr int percentOfPeople = 8; ///< clients that are a person, not an organisation
constexpr QChar openQuote(0x00AB), closeQuote(0x00BB);

const QString words(const char *key) { return QString::fromLatin1(key); }
} // namespace

DemoWorld::DemoWorld(quint32 seed, const QString &language)
    : m_seed(seed)
    , m_russianShare(language == QLatin1String("ru") ? 75 : 20)
    , m_russian(words("russian.txt"))
    , m_english(words("english.txt"))
    , m_pictures(words("pictures.txt"))
    , m_texts(language == QLatin1String("ru") ? &m_russian : &m_english)
{
    const DemoWords world(words("world.txt"));
    const QStringList codes = world.sections();
    for (const QString &code : codes) {
        Country country{code, {}, world.pairs(code)};
        country.name =
            country.words.value(language == QLatin1String("ru") ? words("name_ru") : words("name_en")).value(0);
        m_countries.append(country);
    }
}

DemoPerson DemoWorld::russian(Dice &dice) const
{
    DemoPerson p;
    p.female = dice.chance(50);
    p.first = dice.pick(m_russian.lines(p.female ? words("first_female") : words("first_male")));
    p.last = dice.pick(m_russian.lines(words("last")));
    if (p.female) {
        for (const QString &line : m_russian.lines(words("feminine"))) {
            const QStringList ending = line.split(u'|');
            if (p.last.endsWith(ending.first())) {
                p.last = p.last.chopped(ending.first().size()) + ending.last();
                break;
            }
        }
    }
    return p;
}

DemoPerson DemoWorld::foreign(Dice &dice, const Country &country) const
{
    DemoPerson p;
    p.female = dice.chance(50);
    p.first = dice.pick(country.words.value(p.female ? words("female") : words("male")));
    p.last = dice.pick(country.words.value(words("last")));
    return p;
}

/// Prefixes, middles and endings in an order that looks like chance and repeats only when all have been used.
QString DemoWorld::russianName(qint64 index) const
{
    const auto pick = [this](const char *section, qint64 i) { return m_russian.entry(words(section), i).first(); };
    const auto count = [this](const char *section) { return qint64(m_russian.lines(words(section)).size()); };
    qint64 round = 0;
    QString name;
    if (index % 3 == 0) {
        const qint64 nouns = count("nouns"), all = nouns * count("noun_endings");
        const qint64 k = index / 3 % all;
        round = index / 3 / all;
        name = pick("nouns", k * 7 + k / nouns) + pick("noun_endings", k / nouns);
    } else {
        const qint64 firsts = count("combo_first"), middles = count("combo_middle"), lasts = count("combo_last");
        const qint64 all = firsts * middles * lasts;
        const qint64 running = index - index / 3 - 1;
        const qint64 k = running % all * 7919 % all; // 7919 is prime: no two meet
        round = running / all;
        name = pick("combo_first", k % firsts) + pick("combo_middle", k / firsts % middles) +
               pick("combo_last", k / firsts / middles);
    }
    return round == 0 ? name : name + u'-' + QString::number(round + 1);
}

DemoCompany DemoWorld::russianCompany(Dice &dice, qint64 index) const
{
    DemoCompany c;
    c.countryCode = words("RU");
    c.country = m_texts->lines(words("country")).first();
    c.currency = words("RUB");
    const QStringList city = m_russian.entry(words("cities"), dice.chance(35) ? dice.below(2) : dice.below(24));
    c.city = city.value(0);
    c.region = city.value(1);
    c.zip = city.value(2).left(3) + dice.digits(words("###"));
    c.address = QStringLiteral("%1, %2").arg(dice.pick(m_russian.lines(words("streets")))).arg(dice.between(1, 120));
    c.phone =
        dice.chance(45)
            ? dice.digits(words("+7 (9##) ###-##-##"))
            : QStringLiteral("+7 (%1) %2")
                  .arg(city.value(4), dice.digits(city.value(4).size() == 3 ? words("###-##-##") : words("##-##-##")));
    c.isPerson = dice.chance(percentOfPeople);
    const QString start = city.value(3) + dice.digits(words("#########"));
    if (c.isPerson) {
        c.taxNumber = dice.chance(30) ? taxNumber(c.countryCode, start, true) : QString();
        return c;
    }
    const QStringList forms = m_russian.lines(words("forms"));
    int total = 0;
    for (const QString &form : forms)
        total += form.section(u'|', 2).toInt();
    qint64 at = dice.below(total);
    QStringList form;
    for (const QString &line : forms) {
        form = line.split(u'|');
        at -= form.value(2).toInt();
        if (at < 0)
            break;
    }
    const bool soleTrader = form.value(1) == QLatin1String("12");
    c.taxNumber = taxNumber(c.countryCode, start, soleTrader);
    if (soleTrader) {
        const DemoPerson owner = nameOf(index, 0);
        c.name = QStringLiteral("%1 %2 %3.").arg(form.first(), owner.last, owner.first.left(1));
        c.domain = inLatin(owner.last) + QStringLiteral(".ru");
    } else {
        const QString name = russianName(index);
        c.name = form.first() + u' ' + openQuote + name + closeQuote;
        c.domain = inLatin(name) + QStringLiteral(".ru");
    }
    return c;
}

DemoCompany DemoWorld::foreignCompany(Dice &dice, qint64 index) const
{
    const Country &country = dice.pick(m_countries);
    const auto value = [&country](const char *key) { return country.words.value(words(key)); };
    DemoCompany c;
    c.countryCode = country.code;
    c.country = country.name;
    c.currency = value("currency").first();
    c.rate = value("rate").first().toLongLong();
    const QStringList city = dice.pick(value("cities")).split(u':');
    c.city = city.value(0);
    c.zip = city.value(1);
    c.address = QStringLiteral("%1 %2").arg(dice.pick(value("streets"))).arg(dice.between(1, 180));
    c.phone = dice.digits(dice.pick(value("phone")));
    c.isPerson = dice.chance(percentOfPeople);
    c.taxNumber = c.isPerson ? QString() : taxNumber(country.code, dice.digits(words("1##########")));
    if (c.isPerson)
        return c;
    const QStringList last = value("last"), trades = value("words");
    const qint64 all = last.size() * trades.size();
    const qint64 k = index * 31 % all;
    QString name = last.at(k % last.size()) + u' ' + trades.at(k / last.size());
    const qint64 round = index / (all * m_countries.size());
    if (round > 0)
        name += u' ' + c.city + (round > 1 ? QStringLiteral(" %1").arg(round) : QString());
    c.name = name + u' ' + dice.pick(value("forms"));
    c.domain = inLatin(name) + u'.' + value("domain").first();
    return c;
}

DemoCompany DemoWorld::company(qint64 index) const
{
    Dice dice = this->dice(DemoStream::Clients, index);
    DemoCompany c = isRussian(dice) ? russianCompany(dice, index) : foreignCompany(dice, index);
    if (c.isPerson) {
        const DemoPerson self = nameOf(index, 0);
        c.name = self.first + u' ' + self.last;
        c.email = inLatin(self.first) + u'.' + inLatin(self.last) + QString::number(index % 100) +
                  QStringLiteral("@example.com");
        c.domain = QStringLiteral("example.com");
    } else {
        c.website = QStringLiteral("https://www.") + c.domain;
        c.email = QStringLiteral("info@") + c.domain;
    }
    return c;
}

DemoPerson DemoWorld::nameOf(qint64 companyIndex, int n) const
{
    Dice where = dice(DemoStream::Clients, companyIndex);
    Dice own = dice(DemoStream::Names, companyIndex * 8 + n);
    return isRussian(where) ? russian(own) : foreign(own, where.pick(m_countries));
}

DemoPerson DemoWorld::person(qint64 companyIndex, int n) const
{
    const DemoCompany company = this->company(companyIndex);
    DemoPerson p = nameOf(companyIndex, n);
    Dice dice = this->dice(DemoStream::Contacts, companyIndex * 8 + n);
    const bool russianSpeaking = company.countryCode == QLatin1String("RU");
    const QString name = inLatin(p.first).left(russianSpeaking ? 1 : 20) + u'.' + inLatin(p.last);
    p.email = company.isPerson && n == 0 ? company.email : name + u'@' + company.domain;
    if (company.isPerson && n == 0) {
        p.phone = company.phone;
        return p;
    }
    for (const Country &country : m_countries) {
        if (country.code == company.countryCode)
            p.phone = dice.digits(dice.pick(country.words.value(words("phone"))));
    }
    if (russianSpeaking)
        p.phone = dice.digits(words("+7 (9##) ###-##-##"));
    p.job = n == 0 ? m_texts->lines(words("jobs")).first() : dice.pick(m_texts->lines(words("jobs")));
    return p;
}

qint64 DemoWorld::homeRate() const
{
    const QString currency = homeCurrency();
    for (const Country &country : m_countries) {
        if (country.words.value(words("currency")).first() == currency)
            return country.words.value(words("rate")).first().toLongLong();
    }
    return DemoCompany().rate; // roubles
}

DemoPerson DemoWorld::staff(qint64 index) const
{
    Dice dice = this->dice(DemoStream::Users, index);
    DemoPerson p = m_texts == &m_russian ? russian(dice) : foreign(dice, m_countries.at(index % m_countries.size()));
    p.job = m_texts->entry(words("staff_jobs"), index).first();
    p.phone =
        m_texts == &m_russian ? dice.digits(words("+7 (9##) ###-##-##")) : dice.digits(words("+1 (212) ###-####"));
    p.email = inLatin(p.first).left(1) + u'.' + inLatin(p.last) + QStringLiteral("@example.com");
    return p;
}

} // namespace crm
