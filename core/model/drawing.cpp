#include "core/model/drawing.h"
#include "core/model/beside_entity.h"
#include "core/model/registry.h"
#include <algorithm>
#include <cmath>

namespace crm {

namespace {
BesideEntity<QStringList> &fieldsOf()
{
    static BesideEntity<QStringList> all;
    return all;
}

BesideEntity<QList<SignedPlace>> &placesOf()
{
    static BesideEntity<QList<SignedPlace>> all;
    return all;
}

/// Reads a stroke's text from left to right.
class Reading
{
public:
    explicit Reading(const QString &text)
        : m_text(text)
    {}
    bool atEnd() const { return m_at == m_text.size(); }
    bool takes(QChar c)
    {
        if (atEnd() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    /// 0 to greatest, in its one form; -1: none.
    int number(int greatest)
    {
        const qsizetype from = m_at;
        int value = 0;
        while (!atEnd() && m_text[m_at] >= u'0' && m_text[m_at] <= u'9' && m_at - from < 5)
            value = value * 10 + m_text[m_at++].unicode() - u'0';
        const qsizetype digits = m_at - from;
        const bool isPlain = digits == 1 || (digits > 1 && m_text[from] != u'0');
        return isPlain && value <= greatest ? value : -1;
    }
    std::optional<QPoint> point()
    {
        const int x = number(drawingWidth);
        if (x < 0 || !takes(u' '))
            return std::nullopt;
        const int y = number(drawingHeight);
        return y < 0 ? std::nullopt : std::optional(QPoint(x, y));
    }

private:
    const QString &m_text;
    qsizetype m_at = 0;
};

double distance(QPoint p, QPoint a, QPoint b)
{
    const double dx = b.x() - a.x(), dy = b.y() - a.y(), length = std::hypot(dx, dy);
    if (length == 0)
        return std::hypot(p.x() - a.x(), p.y() - a.y());
    return std::abs(dy * (p.x() - a.x()) - dx * (p.y() - a.y())) / length;
}

/// Ramer, Douglas and Peucker: the points without which the line would be off by more than the tolerance.
QList<QPoint> thinned(const QList<QPoint> &stroke, double tolerance)
{
    if (stroke.size() < 3)
        return stroke;
    QList<bool> kept(stroke.size(), false);
    kept.front() = kept.back() = true;
    QList<std::pair<qsizetype, qsizetype>> open{{0, stroke.size() - 1}};
    while (!open.isEmpty()) {
        const auto [from, to] = open.takeLast();
        qsizetype farthest = from;
        double most = tolerance;
        for (qsizetype i = from + 1; i < to; ++i) {
            if (const double off = distance(stroke[i], stroke[from], stroke[to]); off > most) {
                most = off;
                farthest = i;
            }
        }
        if (farthest == from)
            continue;
        kept[farthest] = true;
        open << std::pair(from, farthest) << std::pair(farthest, to);
    }
    QList<QPoint> out;
    for (qsizetype i = 0; i < stroke.size(); ++i) {
        if (kept[i])
            out << stroke[i];
    }
    return out;
}

QPoint inBox(QPoint p) { return {std::clamp(p.x(), 0, drawingWidth), std::clamp(p.y(), 0, drawingHeight)}; }

QString strokesText(const QList<QList<QPoint>> &strokes, double tolerance)
{
    QString out;
    for (const QList<QPoint> &stroke : strokes) {
        const QList<QPoint> points = thinned(stroke, tolerance);
        for (qsizetype i = 0; i < points.size(); ++i) {
            const QPoint p = inBox(points[i]);
            out += QStringLiteral("%1%2 %3").arg(QChar(i == 0 ? u'M' : u'L')).arg(p.x()).arg(p.y());
        }
    }
    return out;
}
} // namespace

QString drawingText(const Drawing &drawing)
{
    if (!drawing.typed.isEmpty())
        return QStringLiteral("t ") + drawing.typed;
    constexpr double finest = 1, coarsest = drawingWidth; // units
    QString text;
    for (double tolerance = finest; tolerance <= coarsest; tolerance *= 2) {
        text = strokesText(drawing.strokes, tolerance);
        if (text.size() <= longestDrawing)
            return text;
    }
    return text.left(text.lastIndexOf(u'M', longestDrawing)); // thousands of dots
}

bool isTypedName(const QString &name)
{
    if (name.isEmpty() || name.size() > longestTypedName || name != name.simplified() || !name.isValidUtf16())
        return false;
    const auto letters = name.toUcs4();
    const auto fits = [](uint c) {
        return QChar::isLetter(c) || QChar::isMark(c) || c == U' ' || c == U'.' || c == U'-' || c == U'\'' ||
               c == U'\u2019';
    };
    return std::all_of(letters.begin(), letters.end(), fits) &&
           std::any_of(letters.begin(), letters.end(), [](uint c) { return QChar::isLetter(c); });
}

std::optional<Drawing> readDrawing(const QString &text)
{
    if (text.isEmpty() || text.size() > longestDrawing)
        return std::nullopt;
    if (text.startsWith(QLatin1String("t "))) {
        const QString name = text.mid(2);
        return isTypedName(name) ? std::optional(Drawing{{}, name}) : std::nullopt;
    }
    Drawing out;
    Reading from(text);
    while (!from.atEnd()) {
        if (from.takes(u'M'))
            out.strokes.append(QList<QPoint>());
        else if (out.strokes.isEmpty() || !from.takes(u'L'))
            return std::nullopt;
        const auto point = from.point();
        if (!point)
            return std::nullopt;
        out.strokes.last().append(*point);
    }
    return out;
}

QByteArray drawingSvg(const Drawing &drawing)
{
    if (drawing.strokes.isEmpty())
        return {};
    QByteArray path;
    for (const QList<QPoint> &stroke : drawing.strokes) {
        char command = 'M';
        for (const QPoint p : stroke) {
            path += command + QByteArray::number(p.x()) + ' ' + QByteArray::number(p.y());
            command = 'L';
        }
        if (stroke.size() == 1) // a dot is drawn as a line without length
            path += 'L' + QByteArray::number(stroke[0].x()) + ' ' + QByteArray::number(stroke[0].y());
    }
    return QByteArrayLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ") +
           QByteArray::number(drawingWidth) + ' ' + QByteArray::number(drawingHeight) +
           QByteArrayLiteral("\"><path fill=\"none\" stroke=\"#111827\" stroke-width=\"8\" stroke-linecap=\"round\" "
                             "stroke-linejoin=\"round\" d=\"") +
           path + QByteArrayLiteral("\"/></svg>");
}

QString drawingForm() { return QStringLiteral("^(M[ML0-9 ]*|t [^<>&\"[:cntrl:]]+)$"); }

void holdsDrawings(const QString &entity, const QStringList &fields) { fieldsOf().set(entity, fields); }

bool holdsDrawing(const QString &entity, const QString &field) { return fieldsOf().of(entity).contains(field); }

void signedOnPaper(const QString &entity, const QList<SignedPlace> &places) { placesOf().set(entity, places); }

QList<SignedPlace> signedPlaces(const QString &entity) { return placesOf().of(entity); }

QStringList drawingFaults(const Catalog &catalog)
{
    QStringList faults;
    const QHash<QString, QStringList> fields = fieldsOf().all();
    for (auto it = fields.cbegin(); it != fields.cend(); ++it) {
        const Entity *entity = catalog.find(it.key());
        for (const QString &key : it.value()) {
            const Field *f = entity ? entity->field(key) : nullptr;
            if (!f || f->kind() != Kind::Text || !f->isHidden() || f->isSearchable() || f->size() != longestDrawing)
                faults << QStringLiteral("%1.%2: a drawing is a hidden text of %3 characters that is not searched")
                              .arg(it.key(), key)
                              .arg(longestDrawing);
        }
    }
    const QHash<QString, QList<SignedPlace>> places = placesOf().all();
    for (auto it = places.cbegin(); it != places.cend(); ++it) {
        const Entity *entity = catalog.find(it.key());
        for (const SignedPlace &place : it.value()) {
            const Field *moment = entity ? entity->field(place.moment) : nullptr;
            if (!moment || moment->kind() != Kind::Moment || !entity->field(place.name) ||
                !fields.value(it.key()).contains(place.drawing))
                faults << QStringLiteral("%1: it is signed with fields that it has not").arg(it.key());
        }
    }
    return faults;
}

} // namespace crm
