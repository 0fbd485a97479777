#include "core/exchange/import_answers.h"
#include "core/exchange/quoted_text.h"
#include "core/model/error.h"
#include <QCoreApplication>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Import)
};

const QString addSign = QStringLiteral("+"), refuseSign = QStringLiteral("-");

QString quoted(const QString &text)
{
    const bool plain =
        !text.contains(u'=') && !text.contains(u'"') && text != addSign && text != refuseSign && text == text.trimmed();
    return plain ? text : quoted_text::inQuotes(text);
}
} // namespace

QString ValueAnswer::toString() const
{
    const QString value = what == Add ? addSign : what == Refuse ? refuseSign : quoted(use);
    return path + u':' + quoted(text) + u'=' + value;
}

ValueAnswer parseAnswer(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    const qsizetype sign = colon < 0 ? -1 : quoted_text::indexOf(text.mid(colon + 1), u'=');
    ValueAnswer answer;
    answer.path = text.left(std::max<qsizetype>(colon, 0)).trimmed();
    const QString rest = text.mid(colon + 1);
    answer.text = quoted_text::read(rest.left(std::max<qsizetype>(sign, 0)));
    const QString value = rest.mid(sign + 1).trimmed();
    answer.use = quoted_text::read(value);
    if (answer.path.isEmpty() || sign < 0 || answer.text.isEmpty() || answer.use.isEmpty()) {
        throw Error(ErrorKind::Validation,
                    Tr::tr("“%1”: write a field, a colon, what stands in the file, = and what it "
                           "means, for example status_id:At work=Open; + adds it.")
                        .arg(text));
    }
    answer.what = value == addSign ? ValueAnswer::Add : value == refuseSign ? ValueAnswer::Refuse : ValueAnswer::Use;
    if (answer.what != ValueAnswer::Use)
        answer.use.clear();
    return answer;
}

} // namespace crm
