// What mycrmctl prints: aligned tables for people, one line of JSON for programs.
#pragma once
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace crm::cli {

class Output
{
public:
    /// Answers go to stdout, all else to stderr; both as UTF-8.
    void line(const QString &text);
    void json(const QJsonObject &object);
    void bytes(const QByteArray &bytes);
    /// @param right columns that hold numbers
    void table(const QStringList &heads, const QList<QStringList> &rows, const QList<bool> &right = {});
    /// "Name   Roses Ltd": two columns without heads.
    void pairs(const QList<QPair<QString, QString>> &pairs);
    void note(const QString &text); ///< for people, beside the answer
    /// Why an answer could not be written to stdout (a full disk behind a >); empty: all of it was.
    QString lost() const;
    void progress(const QString &text, bool finished);

private:
    qsizetype m_progressWidth = 0;
};

/// How many columns of a terminal the text takes.
qsizetype displayWidth(const QString &text);

} // namespace crm::cli
