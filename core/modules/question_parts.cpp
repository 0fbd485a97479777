#include "core/modules/question_parts.h"
#include "core/exchange/questions.h"
#include "core/model/record.h"

namespace crm::modules {

namespace {
QList<Choice> kindsOfQuestion()
{
    QList<Choice> kinds;
    for (const Kind kind : {Kind::Text, Kind::Memo, Kind::Decimal, Kind::Email, Kind::Phone, Kind::Date, Kind::Time,
                            Kind::Choice, Kind::Choices, Kind::Bool, Kind::Url})
        kinds.append({kindName(kind), kindLabel(kind)});
    kinds.append({"heading", label("Heading", "among questions")});
    return kinds;
}

Field meaningField()
{
    return choice("meaning", label("Tells us", "what an answer is about"),
                  {{"subject", label("What it is about")},
                   {"company", label("Company")},
                   {"person", label("Name of the person")},
                   {"job_title", label("Job title")},
                   {"email", label("E-mail")},
                   {"phone", label("Phone")},
                   {"website", label("Web site")},
                   {"address", label("Street and house")},
                   {"city", label("City")},
                   {"country", label("Country")},
                   {"budget", label("Expected amount")}});
}
} // namespace

QList<Field> questionFields()
{
    return {
        text("question", label("Question"), 500).required(),
        choice("kind", label("Kind", "of a question"), kindsOfQuestion()).required().byDefault(kindName(Kind::Text)),
        yesNo("required", label("Has to be answered")),
        text("options", label("Choices"), 4000)
            .placeholder(label("Red; Green; Blue"))
            .help(label("For questions with a choice: what can be chosen, with “;” between.")),
        text("hint", label("Help for whoever answers"), 500),
        text("only_if", label("Only if the question"), 500)
            .help(label("Write the text of a question above: this one is asked only if that one is answered so.")),
        text("only_if_answer", label("has the answer"), 500)
            .help(label("One answer or several, with “;” between. Empty: whatever is answered, but “no”.")),
        meaningField().help(label("Where the answer goes when the request becomes a lead or a client.")),
    };
}

QList<Field> answerFields()
{
    return {text("question", label("Question"), 500).required(), memo("answer", label("Answer")).atMost(20'000),
            meaningField()};
}

QList<Field> takenFields()
{
    const Label heading = label("Answers");
    return {
        moment("filled_at", label("Answered at")).inList().group(heading),
        text("submission", label("Mark of the answers"), 100).unique().hidden(),
        text("captcha_token", label("Proof of a human"), 4000).hidden(),
    };
}

void checkQuestions(RuleContext &c) { c.faults += questionFaults(c.after); }

QString answerOf(const Document &taken, const QString &lines, const QString &meaning)
{
    QStringList found;
    const QList<Record> answers = taken.lines(lines);
    for (const Record &line : answers) {
        if (line.text("meaning") == meaning && !line.text("answer").trimmed().isEmpty())
            found << line.text("answer").trimmed();
    }
    return found.join(QStringLiteral(", "));
}

QString answersAsText(const Document &taken, const QString &lines)
{
    QStringList parts;
    const QList<Record> answers = taken.lines(lines);
    for (const Record &line : answers) {
        if (!line.text("answer").trimmed().isEmpty())
            parts << QStringLiteral("**%1**  \n%2").arg(line.text("question"), line.text("answer").trimmed());
    }
    return parts.join(QStringLiteral("\n\n"));
}

} // namespace crm::modules
