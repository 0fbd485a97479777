// Reads the cells of one column as values of one field, after having looked at all of them: day or month first, comma
// or point, percent or fraction are questions that a single cell does not answer.
//
//     ValueReader reader(target, locale, {});
//     for (...) reader.survey(cell);
//     reader.settle();                        // then remarks() and doubt()
//     QVariant v = reader.read(cell, "EUR", &fault);
#pragma once
#include "core/exchange/import_mapping.h"
#include <QLocale>

namespace crm {

enum class DateOrder { Unknown, YearFirst, DayFirst, MonthFirst };
/// "dmy", "d.M.yyyy", "MM/dd/yy" -> the order; none for anything else.
CRM_CORE std::optional<DateOrder> dateOrderByName(const QString &text);

class CRM_CORE ValueReader
{
public:
    /// @param dateOrder Unknown: found out
    /// @param exact the file says what it means (JSON): nothing has to be guessed
    ValueReader(const BoundTarget &target, const QLocale &locale, DateOrder dateOrder, bool exact = false);

    /// True if settle() can learn something from the cells.
    bool wantsSurvey() const;
    /// @param exactCell the cell can be read in one way only (SourceRow::exact)
    void survey(const QString &text, bool exactCell = false);
    void settle();
    /// What was found out and a person should know, in sentences.
    const QStringList &remarks() const { return m_remarks; }
    /// Not empty: a question that only a person can answer, with how to answer it. Importing would be a gamble.
    const QString &doubt() const { return m_doubt; }

    /// The canonical value; null for an empty cell. On failure invalid, and the fault says why.
    QVariant read(const QString &text, const QString &currency, QString *fault, bool exactCell = false) const;
    const BoundTarget &target() const { return m_target; }

private:
    void surveyDate(const QString &text);
    void surveyNumber(const QString &text);
    void surveyPercent(const QString &text);
    void settleDates();
    void settlePercents();
    QVariant readDate(const QString &text, QString *fault) const;
    QVariant readMoment(const QString &text, QString *fault) const;
    QVariant readNumber(const QString &text, const QString &currency, bool exactCell, QString *fault) const;
    QVariant readChoice(const QString &text, QString *fault) const;
    QVariant readYesNo(const QString &text, QString *fault) const;
    QVariant readWords(const QString &text) const;
    QVariant readPlain(const QString &text, const QString &currency, QString *fault) const;
    QString plainNumber(const QString &text, bool exactCell) const;

    BoundTarget m_target;
    QLocale m_locale;
    DateOrder m_order;
    bool m_orderGiven, m_exact;
    QHash<QString, QString> m_choices; ///< folded key or label -> key
    QStringList m_remarks;
    QString m_doubt;

    // What the survey has seen.
    int m_greatestFirst = 0, m_greatestSecond = 0;
    QString m_dateExample;
    bool m_slashed = false, m_hasTime = false;
    QChar m_point; ///< the decimal sign, where a value gave it away; null: not yet
    qint64 m_percents = 0, m_aboveOne = 0, m_belowOne = 0;
    bool m_percentSign = false;
    QString m_leastPercent, m_mostPercent;
    qint64 m_leastUnits = 0, m_mostUnits = 0;
};

} // namespace crm
