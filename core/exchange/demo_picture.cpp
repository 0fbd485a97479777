#include "core/exchange/demo_picture.h"

namespace crm {

namespace {
/// %1 the colour, %2 a darker one. 240 x 180.
const QList<QString> &things()
{
    static const QList<QString> all{
        // a screen, a box, a printer, a phone, a book, a chair
        QStringLiteral("<rect x='50' y='38' width='140' height='88' rx='8' fill='%2'/>"
                       "<rect x='58' y='46' width='124' height='72' rx='3' fill='%1'/>"
                       "<rect x='108' y='126' width='24' height='14' fill='%2'/>"
                       "<rect x='86' y='138' width='68' height='8' rx='4' fill='%2'/>"),
        QStringLiteral("<path d='M60 70 L120 44 L180 70 L120 96 Z' fill='%1'/>"
                       "<path d='M60 70 L120 96 L120 150 L60 124 Z' fill='%2'/>"
                       "<path d='M180 70 L120 96 L120 150 L180 124 Z' fill='%1' fill-opacity='0.75'/>"),
        QStringLiteral("<rect x='82' y='36' width='76' height='40' fill='#ffffff'/>"
                       "<rect x='52' y='70' width='136' height='54' rx='8' fill='%2'/>"
                       "<rect x='76' y='108' width='88' height='36' rx='3' fill='%1'/>"
                       "<circle cx='170' cy='86' r='5' fill='%1'/>"),
        QStringLiteral("<rect x='86' y='28' width='68' height='124' rx='12' fill='%2'/>"
                       "<rect x='92' y='40' width='56' height='94' rx='3' fill='%1'/>"
                       "<circle cx='120' cy='143' r='5' fill='%1'/>"),
        QStringLiteral("<path d='M58 44 q32 -12 62 4 v98 q-30 -16 -62 -4 Z' fill='%1'/>"
                       "<path d='M182 44 q-32 -12 -62 4 v98 q30 -16 62 -4 Z' fill='%2'/>"),
        QStringLiteral(
            "<rect x='84' y='32' width='72' height='58' rx='10' fill='%1'/>"
            "<rect x='76' y='94' width='88' height='16' rx='8' fill='%2'/>"
            "<path d='M90 110 L82 150 M150 110 L158 150' stroke='%2' stroke-width='8' stroke-linecap='round'/>"),
    };
    return all;
}
} // namespace

QByteArray demoPicture(Dice &dice)
{
    struct Tones
    {
        QString ground, light, dark;
    };
    static const QList<Tones> tones{{"#eef3f8", "#7fa8d6", "#3b5f8a"}, {"#eef6f1", "#79bd98", "#3a7355"},
                                    {"#f8f2ea", "#dba86c", "#8a5f2c"}, {"#f6eef6", "#b893c9", "#6a4a7c"},
                                    {"#f8eeee", "#d98f8f", "#8a4545"}, {"#edf5f6", "#74b5bd", "#35707a"}};
    const Tones &tone = dice.pick(tones);
    QString thing = dice.pick(things());
    thing.replace(QStringLiteral("%1"), tone.light).replace(QStringLiteral("%2"), tone.dark);
    return QStringLiteral("<svg xmlns='http://www.w3.org/2000/svg' width='240' height='180' viewBox='0 0 240 180'>"
                          "<rect width='240' height='180' fill='%1'/>"
                          "<ellipse cx='120' cy='154' rx='70' ry='8' fill='#000000' fill-opacity='0.08'/>%2</svg>")
        .arg(tone.ground, thing)
        .toUtf8();
}

} // namespace crm
