// The demo's briefs and the requests that people have made by them.
#include "core/exchange/answers.h"
#include "core/exchange/demo_documents.h"
#include "core/model/format.h"

namespace crm {

namespace {
constexpr int questionsPerBrief = 32; ///< the most, for ids

/// One line of the words: "Web site|text|company||Company".
struct Words
{
    explicit Words(const QString &line)
        : parts(line.split(u'|'))
    {}
    QString at(int i) const { return parts.value(i).trimmed(); }
    QVariant value(int i) const { return at(i).isEmpty() ? QVariant() : at(i); }
    QStringList parts;
};
} // namespace

QStringList DemoDocuments::briefNames() const
{
    QStringList names;
    const QStringList lines = m_world.texts().lines("questions");
    for (const QString &line : lines) {
        if (const QString name = Words(line).at(0); !names.contains(name))
            names << name;
    }
    return names;
}

Document DemoDocuments::brief(qint64 index) const
{
    Document d = make("briefs", DemoStream::Briefs, index);
    const QString name = briefNames().value(index);
    d.set("name", name);
    d.set("takes_files", index == 0);
    int n = 0;
    const QStringList lines = m_world.texts().lines("questions");
    for (const QString &line : lines) {
        const Words words(line);
        if (words.at(0) != name)
            continue;
        Record question(m_catalog.at("brief_questions"),
                        id(DemoStream::BriefQuestions, index * questionsPerBrief + n++));
        question.set("kind", words.value(1));
        question.set("meaning", words.value(2));
        question.set("required", words.at(3) == QLatin1String("yes"));
        question.set("question", words.value(4));
        question.set("options", words.value(5));
        question.set("only_if", words.value(6));
        question.set("only_if_answer", words.value(7));
        d.lines("brief_questions").append(question);
    }
    return d;
}

QVariant DemoDocuments::answer(Dice &dice, const Question &question, qint64 client) const
{
    const DemoCompany company = m_world.company(client);
    const DemoPerson person = m_world.person(client, 0);
    const QHash<QString, QString> known{{"company", company.name},
                                        {"person", person.first + u' ' + person.last},
                                        {"email", person.email},
                                        {"phone", person.phone},
                                        {"budget", QString::number(dice.between(5, 90) * 1000)}};
    if (known.contains(question.meaning))
        return known.value(question.meaning);
    const QList<Choice> &choices = question.field.choices();
    switch (question.field.kind()) {
    case Kind::Choice:
        return dice.pick(choices).key;
    case Kind::Choices:
        return choicesValue({dice.pick(choices).key, choices.first().key});
    case Kind::Decimal:
        return dice.between(1, 200) * 1000;
    case Kind::Bool:
        return dice.chance(50);
    case Kind::Date:
        return m_options.today.addDays(dice.between(10, 90));
    default:
        return dice.pick(m_world.texts().lines(question.meaning == QLatin1String("subject") ? "subjects" : "answers"));
    }
}

/// Of a client, or of somebody who is not one yet.
Document DemoDocuments::request(qint64 index) const
{
    Dice dice = m_world.dice(DemoStream::Requests, index);
    const Document asker = brief(dice.below(briefNames().size()));
    const Questions questions = questionsOf(asker);
    const bool isClient = dice.chance(60);
    const qint64 client = isClient ? clientFor(dice) : m_amounts.clients + index;
    AnswerValues values;
    for (const Question &q : questions)
        values << answer(dice, q, client);
    Document d = make("requests", DemoStream::Requests, index);
    int n = 0;
    const QList<Answer> answers = answersOf(questions, values, QLocale(m_options.language));
    for (const Answer &a : answers) {
        Record line(m_catalog.at("request_answers"), id(DemoStream::RequestAnswers, index * questionsPerBrief + n++));
        line.set("question", a.question);
        line.set("answer", a.answer);
        line.set("meaning", a.meaning.isEmpty() ? QVariant() : a.meaning);
        d.lines("request_answers").append(line);
    }
    d.set("brief_id", asker.id());
    d.set("submission", QStringLiteral("demo-%1").arg(d.id()));
    d.set("filled_at", at(-int(dice.below(120)), 9 + int(dice.below(9))));
    d.set("owner_id", ownerOf(isClient ? client : dice.below(m_amounts.clients)));
    d.set("status", dice.pick(QStringList{"new", "new", "processing", "hold", "cancelled"}));
    if (isClient)
        d.set("client_id", id(DemoStream::Clients, client));
    return d;
}

} // namespace crm
