#include "core/exchange/questions.h"
#include "core/model/beside_entity.h"
#include "core/model/format.h"
#include "core/model/text.h"
#include "core/model/validation.h"

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Questions)
};

const QString headingKind = QStringLiteral("heading");
constexpr int mostChoices = 200;

BesideEntity<Questionnaire> &declared()
{
    static BesideEntity<Questionnaire> all;
    return all;
}

QStringList partsOf(const QString &text)
{
    QStringList parts;
    for (const QString &part : text.split(u';')) {
        if (!part.trimmed().isEmpty())
            parts << part.trimmed();
    }
    return parts;
}

/// Keys of choices are numbers: what people read may be in any letters.
QList<Choice> choicesOf(const Record &line)
{
    QList<Choice> choices;
    const QStringList texts = partsOf(line.text("options"));
    for (const QString &text : texts)
        choices.append({QStringLiteral("o%1").arg(choices.size() + 1), Label::literal(text)});
    return choices;
}

Field fieldOf(const Record &line, const QString &heading)
{
    const Kind kind = kindByName(line.text("kind")).value_or(Kind::Text);
    Field f(kind, QStringLiteral("q%1").arg(line.id()), Label::literal(line.text("question")));
    f = f.required(line.flag("required")).help(Label::literal(line.text("hint"))).group(Label::literal(heading));
    if (kind == Kind::Decimal)
        f = f.digits(2);
    if (kind == Kind::Time)
        return f.atMost(5);
    if (isChoiceKind(kind))
        f = f.options(choicesOf(line));
    return isTextKind(kind) ? f.atMost(kind == Kind::Memo ? 20'000 : 1000) : f;
}

/// An answer as somebody wrote it down beside "only if": the text of a choice, yes, a number, a date.
QVariant answerNamed(const Field &field, const QString &text)
{
    if (isChoiceKind(field.kind())) {
        for (const Choice &c : field.choices()) {
            if (fold(c.label.text()) == fold(text))
                return c.key;
        }
        return {};
    }
    QString fault;
    QVariant value = parseText(field, text, {QLocale(), {}, {}}, &fault);
    if (fault.isEmpty())
        return value;
    fault.clear();
    value = parseText(field, text, {QLocale::c(), {}, {}}, &fault);
    return fault.isEmpty() ? value : QVariant();
}

/// The question above that is meant; the nearest one of that text.
int questionNamed(const Questions &above, const QString &text)
{
    for (int i = int(above.size()) - 1; i >= 0; --i) {
        if (fold(above[i].field.label().text()) == fold(text.trimmed()))
            return i;
    }
    return -1;
}

bool isAnswer(const Field &field, const QVariant &value, const QVariant &wanted)
{
    if (field.kind() == Kind::Choices)
        return choiceKeys(value).contains(wanted.toString());
    return isTextKind(field.kind()) && field.kind() != Kind::Choice ? fold(value.toString()) == fold(wanted.toString())
                                                                    : value == wanted;
}

/// Looks at the lines one after the other: what a question depends on stands above it.
class Reading
{
public:
    explicit Reading(const Document &asker)
        : m_lines(asker.lines(questionnaireOf(asker.entity().key()).lines))
        , m_table(questionnaireOf(asker.entity().key()).lines)
    {}

    void run()
    {
        QString heading;
        for (m_at = 0; m_at < m_lines.size(); ++m_at) {
            const Record &line = m_lines[m_at];
            if (line.text("kind") == headingKind) {
                heading = line.text("question");
                continue;
            }
            Question q{QString::number(line.id()), fieldOf(line, heading), line.text("meaning"), -1, {}};
            if (isChoiceKind(q.field.kind()))
                checkChoices(q.field);
            readCondition(line, q);
            questions << q;
        }
    }

    Questions questions;
    QList<FieldFault> faults;

private:
    void refuse(const char *field, const QString &sentence)
    {
        faults.append({QLatin1String(field), sentence, QStringLiteral("%1/%2").arg(m_table).arg(m_at + 1)});
    }

    void checkChoices(const Field &field)
    {
        if (field.choices().isEmpty())
            return refuse("options", Tr::tr("Write down what can be chosen, with “;” between."));
        if (field.choices().size() > mostChoices)
            return refuse("options", Tr::tr("At most %1 can be offered to choose from.").arg(mostChoices));
        QSet<QString> seen;
        for (const Choice &c : field.choices()) {
            if (seen.contains(fold(c.label.text())))
                return refuse("options", Tr::tr("“%1” stands there twice.").arg(c.label.text()));
            seen << fold(c.label.text());
        }
    }

    void readCondition(const Record &line, Question &q)
    {
        if (line.text("only_if").trimmed().isEmpty()) {
            if (!line.text("only_if_answer").trimmed().isEmpty())
                refuse("only_if", Tr::tr("Write down which question this is the answer to."));
            return;
        }
        q.onlyIf = questionNamed(questions, line.text("only_if"));
        if (q.onlyIf < 0)
            return refuse("only_if", Tr::tr("There is no question “%1” above this one.").arg(line.text("only_if")));
        const Field &other = questions[q.onlyIf].field;
        const QStringList wanted = partsOf(line.text("only_if_answer"));
        for (const QString &text : wanted) {
            const QVariant value = answerNamed(other, text);
            if (isEmptyValue(value))
                refuse("only_if_answer",
                       Tr::tr("“%1” is no answer to the question “%2”.").arg(text, other.label().text()));
            else
                q.answers << value;
        }
    }

    const QList<Record> m_lines;
    const QString m_table;
    int m_at = 0;
};
} // namespace

void asksQuestions(const QString &entity, const Questionnaire &how) { declared().set(entity, how); }

Questionnaire questionnaireOf(const QString &entity) { return declared().of(entity); }

QString asksFor(const QString &into)
{
    const QHash<QString, Questionnaire> all = declared().all();
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        if (it->into == into)
            return it.key();
    }
    return {};
}

Questions questionsOf(const Document &asker)
{
    Reading reading(asker);
    reading.run();
    return reading.questions;
}

QList<FieldFault> questionFaults(const Document &asker)
{
    Reading reading(asker);
    reading.run();
    return reading.faults;
}

bool isAsked(const Questions &questions, const AnswerValues &values, int index)
{
    const Question &q = questions[index];
    if (q.onlyIf < 0)
        return true;
    if (!isAsked(questions, values, q.onlyIf))
        return false;
    const Field &other = questions[q.onlyIf].field;
    const QVariant value = values.value(q.onlyIf);
    if (q.answers.isEmpty())
        return !isEmptyValue(value) && !(other.kind() == Kind::Bool && !value.toBool());
    return std::any_of(q.answers.begin(), q.answers.end(),
                       [&](const QVariant &wanted) { return isAnswer(other, value, wanted); });
}

QList<FieldFault> answerFaults(const Questions &questions, const AnswerValues &values)
{
    Entity form(QStringLiteral("answers"), {}, {});
    for (int i = 0; i < questions.size(); ++i) {
        if (isAsked(questions, values, i))
            form.fields({questions[i].field});
    }
    Record record(form);
    for (int i = 0; i < questions.size(); ++i) {
        if (form.field(questions[i].field.key()))
            record.set(questions[i].field.key(), values.value(i));
    }
    QList<FieldFault> faults = validateRecord(record);
    for (int i = 0; i < questions.size(); ++i) { // "yes" is what has to be answered, as with consent
        const Field &f = questions[i].field;
        if (f.kind() == Kind::Bool && f.isRequired() && form.field(f.key()) && !values.value(i).toBool())
            faults.append({f.key(), Tr::tr("“%1” has to be confirmed.").arg(f.label().text()), {}});
    }
    return faults;
}

} // namespace crm
