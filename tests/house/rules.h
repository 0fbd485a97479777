// The rules of the house, as checks of a source tree. Each returns what breaks it: "file:line: what".
#pragma once
#include <QSet>
#include <QStringList>

namespace crm::test {

class HouseRules
{
public:
    /// @param root the tree. @param qtHeaders folder that holds QtGui and QtWidgets.
    HouseRules(const QString &root, const QString &qtHeaders)
        : m_root(root)
        , m_qtHeaders(qtHeaders)
    {}

    QStringList includesGoDownwards() const;
    QStringList coreHasNoWindow() const;
    QStringList pluginsSeeOnlyTheInterfaces() const;
    QStringList sqlStaysInTheStore() const;
    /// @param keys of the declared entities
    QStringList enginesNameNoEntity(const QSet<QString> &keys) const;
    QStringList sourcesAreLatin() const;
    QStringList nothingIsPutOff() const;
    QStringList filesStaySmall() const;
    QStringList classesAreNamedForWhatTheyAre() const;
    QStringList translationsAreFinished() const;

private:
    /// C++ files below a folder of the tree, relative to the root.
    QStringList sources(const QString &folder) const;
    QStringList allSources() const;
    QString full(const QString &file) const { return m_root + u'/' + file; }
    /// The header and everything of this tree that it includes.
    void addClosure(const QString &header, QSet<QString> &closure) const;

    QString m_root, m_qtHeaders;
};

} // namespace crm::test
